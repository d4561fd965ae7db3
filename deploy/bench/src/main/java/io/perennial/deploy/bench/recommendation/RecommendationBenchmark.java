package io.perennial.deploy.bench.recommendation;

import io.perennial.deploy.bench.report.Benchmark;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How fast recommendation models are trained. */
public final class RecommendationBenchmark implements Benchmark {

    @Override
    public String name() {
        return "recommendation";
    }

    @Override
    public String help() {
        return """
            how fast recommendation models are trained
              --items N,…       train EASE on so many items (default 10000,20000)""";
    }

    @Override
    public List<String> jvmOptions() {
        return List.of("-Xmx4g", "-XX:+UseParallelGC", "--add-modules", "jdk.incubator.vector");
    }

    @Override
    public List<Figure> run(List<String> options, Progress progress) {
        if (!options.isEmpty() && (options.size() != 2 || !options.getFirst().equals("--items"))) {
            throw new IllegalArgumentException("only --items N,… is known");
        }
        var speed = new EaseSpeed(progress);
        List<Figure> figures = new ArrayList<>(speed.compareKernels());
        Stream.of((options.isEmpty() ? "10000,20000" : options.getLast()).split(",", -1))
                .mapToInt(Integer::parseInt)
                .forEach(items -> figures.addAll(speed.measure(items)));
        return figures;
    }
}
