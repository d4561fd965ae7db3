package io.perennial.deploy.bench.recommendation;

import io.perennial.deploy.bench.demand.DemandQuality;
import io.perennial.deploy.bench.recommendation.QualitySettings.Part;
import io.perennial.deploy.bench.report.Benchmark;
import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.deploy.bench.session.SessionQuality;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Trains on real data what the recommendation service trains, and measures it on what happened later. */
public final class RecommendationQualityBenchmark implements Benchmark {

    @Override
    public String name() {
        return "recommendation-quality";
    }

    @Override
    public String help() {
        return QualitySettings.HELP;
    }

    @Override
    public List<String> jvmOptions() {
        return List.of("-Xmx4g", "-XX:+UseParallelGC", "--add-modules", "jdk.incubator.vector");
    }

    @Override
    public List<Figure> run(List<String> options, Progress progress) {
        var settings = QualitySettings.parse(options);
        if (settings.file().isPresent()) {
            return new NextItemQuality("data", settings.operations(), progress)
                    .measure(settings.file().orElseThrow());
        }
        var figures = new ArrayList<Figure>();
        if (settings.parts().contains(Part.BEAUTY)) {
            figures.addAll(new NextItemQuality("beauty", settings.operations(), progress)
                    .measure(readable(settings.folder().resolve("amazon-beauty.txt.gz"))));
        }
        if (settings.parts().contains(Part.RETAIL)) {
            figures.addAll(new RetailQuality(settings.operations(), progress)
                    .measure(readable(settings.folder().resolve("online-retail.csv.gz"))));
        }
        if (settings.parts().contains(Part.SESSIONS)) {
            figures.addAll(new SessionQuality(progress).measure(settings.folder()));
        }
        if (settings.parts().contains(Part.DEMAND)) {
            figures.addAll(new DemandQuality(progress)
                    .measure(readable(settings.folder().resolve("online-retail.csv.gz"))));
        }
        return figures;
    }

    private static Path readable(Path file) {
        if (!Files.isReadable(file)) {
            throw new CannotMeasure("there is no " + file + " (--folder says where the real files lie)");
        }
        return file;
    }
}
