package io.perennial.deploy.bench.recommendation;

import io.perennial.deploy.bench.peers.AlsContest;
import io.perennial.deploy.bench.peers.NeighbourContest;
import io.perennial.deploy.bench.recommendation.RecommendationSettings.Part;
import io.perennial.deploy.bench.report.Benchmark;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.deploy.bench.serving.RecommendationServing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How fast recommendation models are trained, and how fast the service answers with them. */
public final class RecommendationBenchmark implements Benchmark {

    @Override
    public String name() {
        return "recommendation";
    }

    @Override
    public String help() {
        return RecommendationSettings.HELP;
    }

    @Override
    public List<String> jvmOptions() {
        return List.of("-Xmx4g", "-XX:+UseParallelGC", "--add-modules", "jdk.incubator.vector");
    }

    @Override
    public List<Figure> run(List<String> options, Progress progress) {
        var settings = RecommendationSettings.parse(options);
        var figures = new ArrayList<Figure>();
        if (settings.parts().contains(Part.TRAINING)) {
            var speed = new EaseSpeed(progress);
            figures.addAll(speed.compareKernels());
            settings.items().forEach(items -> figures.addAll(speed.measure(items)));
        }
        if (settings.parts().contains(Part.ALS)) {
            figures.addAll(new AlsContest(progress).measure());
        }
        if (settings.parts().contains(Part.ITEMKNN)) {
            figures.addAll(new NeighbourContest(progress).measure());
        }
        if (settings.parts().contains(Part.SERVING)) {
            figures.addAll(new RecommendationServing(
                            settings.serving(), settings.products(), Duration.ofMinutes(settings.soak()), progress)
                    .measure());
        }
        return figures;
    }
}
