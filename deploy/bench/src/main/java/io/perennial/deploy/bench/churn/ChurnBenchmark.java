package io.perennial.deploy.bench.churn;

import io.perennial.deploy.bench.churn.ChurnSettings.Part;
import io.perennial.deploy.bench.report.Benchmark;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.deploy.bench.serving.ChurnServing;
import java.util.ArrayList;
import java.util.List;

/** How fast churn-service's models are trained and score, in process and as a service. */
public final class ChurnBenchmark implements Benchmark {

    @Override
    public String name() {
        return "churn";
    }

    @Override
    public String help() {
        return ChurnSettings.HELP;
    }

    /** A million rows as three libraries keep them, and room for what a fit makes, so that no garbage is collected within one. */
    @Override
    public List<String> jvmOptions() {
        return List.of("-Xmx8g", "-Xmn4g", "-XX:+UseSerialGC");
    }

    @Override
    public List<Figure> run(List<String> options, Progress progress) {
        var settings = ChurnSettings.parse(options);
        var figures = new ArrayList<Figure>();
        if (settings.parts().contains(Part.TRAINING)) {
            figures.addAll(new TrainingSpeed(settings.rows(), progress).measure());
        }
        if (settings.parts().contains(Part.FEATURES)) {
            figures.addAll(new FeatureSpeed(progress).measure());
        }
        if (settings.parts().contains(Part.SCORING)) {
            figures.addAll(new ScoringSpeed(progress).measure());
        }
        if (settings.parts().contains(Part.SERVING)) {
            figures.addAll(new ChurnServing(settings.serving(), settings.rate(), progress).measure());
        }
        return figures;
    }
}
