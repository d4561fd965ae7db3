package io.perennial.deploy.bench.churn;

import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.learning.NewtonTrainer;
import io.perennial.churn.learning.Objective;
import io.perennial.churn.learning.Penalty;
import io.perennial.churn.learning.Sample;
import io.perennial.churn.model.LinearModel;
import io.perennial.churn.model.Standardiser;
import io.perennial.deploy.bench.report.Progress;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * One logistic regression for everybody to fit: rows in memory, and how far from the objective's least who has trained has
 * come.
 */
final class TrainingTask {

    static final int COLUMNS = 40;
    /** As near as everybody has to get, in nats a row. */
    static final double GAP = 1e-4;

    static final Penalty PENALTY = new Penalty(10);

    private final Sample sample;
    private final Standardiser standardiser;
    private final double least;
    private final Progress progress;

    private TrainingTask(Sample sample, Standardiser standardiser, double least, Progress progress) {
        this.sample = sample;
        this.standardiser = standardiser;
        this.least = least;
        this.progress = progress;
    }

    /** One fit and how long it took. */
    record Fit(double seconds, double gap) {

        boolean isNear() {
            return gap <= GAP;
        }
    }

    static TrainingTask of(int rows, Progress progress) {
        Sample sample = sample(rows);
        double least = Objective.of(new NewtonTrainer().train(sample, PENALTY), sample, PENALTY);
        return new TrainingTask(sample, Standardiser.fit(sample.rows(), COLUMNS), least, progress);
    }

    Sample sample() {
        return sample;
    }

    /** What the peers' data are standardised by. */
    Standardiser standardiser() {
        return standardiser;
    }

    /** Times a fit; garbage of before is collected before the clock starts. */
    Fit time(String what, Supplier<LinearModel> training) {
        System.gc();
        long collected = collecting();
        long started = System.nanoTime();
        LinearModel model = training.get();
        double seconds = (System.nanoTime() - started) / 1e9;
        Fit fit = new Fit(seconds, Objective.of(model, sample, PENALTY) - least);
        progress.says(String.format(
                Locale.ROOT,
                "  %s: %.2f s (%.2f of them collecting garbage), %.1e from the least",
                what,
                seconds,
                (collecting() - collected) / 1e3,
                fit.gap));
        return fit;
    }

    private static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(collector -> collector.getCollectionTime())
                .sum();
    }

    /** Correlated columns of several scales and a churn rate of about a third. */
    private static Sample sample(int rows) {
        SplittableRandom random = new SplittableRandom(1);
        double[] effects = random.doubles(COLUMNS, -0.5, 0.5).toArray();
        double[][] values = new double[rows][COLUMNS];
        boolean[] churned = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            double common = random.nextGaussian();
            double logOdds = -0.8;
            for (int column = 0; column < COLUMNS; column++) {
                double standard = 0.8 * random.nextGaussian() + 0.6 * common;
                values[row][column] = 5 + (1 + column) * standard;
                logOdds += effects[column] * standard;
            }
            churned[row] = random.nextDouble() < Predictions.sigmoid(logOdds);
        }
        return new Sample(values, churned);
    }
}
