package io.perennial.deploy.bench.churn;

import io.perennial.deploy.bench.report.Benchmark;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import java.util.ArrayList;
import java.util.List;

/** How fast churn-service's models are trained and score. */
public final class ChurnBenchmark implements Benchmark {

    private static final int ROWS = 1_000_000;

    @Override
    public String name() {
        return "churn";
    }

    @Override
    public String help() {
        return """
                training against Tribuo and liblinear, and scoring with and without reasons
                  --rows N          shoppers to learn from, 40 features each (default 1000000)""";
    }

    @Override
    public List<Figure> run(List<String> options, Progress progress) {
        int rows = ROWS;
        if (!options.isEmpty()) {
            if (options.size() != 2 || !options.getFirst().equals("--rows")) {
                throw new IllegalArgumentException("unknown option " + String.join(" ", options));
            }
            rows = Integer.parseInt(options.getLast());
        }
        List<Figure> figures = new ArrayList<>(new TrainingSpeed(rows, progress).measure());
        figures.addAll(new ScoringSpeed(progress).measure());
        return figures;
    }
}
