package io.perennial.deploy.bench;

import io.perennial.deploy.bench.churn.ChurnBenchmark;
import io.perennial.deploy.bench.churn.ChurnQualityBenchmark;
import io.perennial.deploy.bench.recommendation.RecommendationBenchmark;
import io.perennial.deploy.bench.recommendation.RecommendationQualityBenchmark;
import io.perennial.deploy.bench.report.Benchmark;
import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Machine;
import io.perennial.deploy.bench.report.OwnJvm;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.deploy.bench.suite.SuiteBenchmark;
import java.util.List;
import java.util.logging.LogManager;

/** {@code deploy/bench/run NAME}: runs a benchmark, and prints its figures at the end. */
public final class Bench {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private static final List<Benchmark> ALL = List.of(
            new SuiteBenchmark(),
            new RecommendationBenchmark(),
            new RecommendationQualityBenchmark(),
            new ChurnBenchmark(),
            new ChurnQualityBenchmark());

    private Bench() {}

    /** Exits with 0 if it could measure, whatever the figures are; 1 if it could not; 2 if the arguments make no sense. */
    public static void main(String... words) {
        // Tribuo tells of each training; what a benchmark has to say, it prints.
        LogManager.getLogManager().reset();
        System.exit(status(List.of(words)));
    }

    private static int status(List<String> words) {
        if (words.isEmpty() || words.contains("--help")) {
            System.out.println(usage());
            return words.isEmpty() ? MISUSED : 0;
        }
        var name = words.getFirst();
        var found = ALL.stream().filter(one -> one.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            System.err.println("bench: there is no benchmark " + name + "\n" + usage());
            return MISUSED;
        }
        var progress = new Progress(System.out);
        try {
            if (OwnJvm.needed(found.get())) {
                return OwnJvm.run(found.get(), Bench.class, words);
            }
            var machine = Machine.here();
            progress.says(machine);
            var figures = found.get().run(words.subList(1, words.size()), progress);
            System.out.println("\n" + machine);
            figures.stream().map(Figure::line).forEach(System.out::println);
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage() + "\n" + usage());
            return MISUSED;
        } catch (CannotMeasure e) {
            System.err.println("bench: could not measure: " + e.getMessage());
            return FAILED;
        }
    }

    private static String usage() {
        var usage = new StringBuilder("usage: deploy/bench/run NAME [OPTION…]\n");
        for (var one : ALL) {
            usage.append("\n  ")
                    .append(one.name())
                    .append("   ")
                    .append(one.help())
                    .append('\n');
        }
        return usage.toString();
    }
}
