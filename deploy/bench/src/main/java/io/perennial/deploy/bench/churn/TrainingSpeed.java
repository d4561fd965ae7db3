package io.perennial.deploy.bench.churn;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.learning.NewtonTrainer;
import io.perennial.churn.learning.Objective;
import io.perennial.churn.learning.Penalty;
import io.perennial.churn.learning.Sample;
import io.perennial.churn.learning.TribuoTrainer;
import io.perennial.churn.model.LinearModel;
import io.perennial.churn.model.Standardiser;
import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.optimisers.AdaGrad;

/**
 * Logistic regression from rows in memory to within 1e-4 nats a row of the objective's least: ours, from raw columns; Tribuo's
 * LinearSGDTrainer and liblinear's L2R_LR, from their own already standardised data, each with the fastest of some
 * settings that gets there.
 */
final class TrainingSpeed {

    private static final int COLUMNS = 40;
    private static final double GAP = 1e-4;
    private static final Penalty PENALTY = new Penalty(10);
    private static final int[] EPOCHS = {1, 2, 4, 8, 16};
    private static final double[] RATES = {0.1, 0.03, 0.01};
    private static final double EPSILON = 1e-6;
    private static final double[] TOLERANCES = {1, 0.1, 0.01, 0.001, 0.0001};
    private static final int FITS = 3;

    private final int rows;
    private final Progress progress;

    TrainingSpeed(int rows, Progress progress) {
        this.rows = rows;
        this.progress = progress;
    }

    private record Timed(LinearModel model, double seconds) {}

    List<Figure> measure() {
        Sample sample = sample(rows);
        NewtonTrainer newton = new NewtonTrainer();
        List<Timed> fits = new ArrayList<>();
        for (int fit = 0; fit <= FITS; fit++) {
            fits.add(timed(() -> newton.train(sample, PENALTY)));
        }
        LinearModel optimum = fits.getFirst().model;
        double least = Objective.of(optimum, sample, PENALTY);
        Standardiser standardiser = Standardiser.fit(sample.rows(), COLUMNS);
        double ours = fits.subList(1, fits.size()).stream()
                .mapToDouble(Timed::seconds)
                .sorted()
                .toArray()[FITS / 2];
        progress.says(String.format(
                Locale.ROOT,
                "  ours: %.2f s, %.1e from the least",
                ours,
                NewtonTrainer.distance(optimum, sample, standardiser, PENALTY)));
        double liblinear = liblinear(sample, standardiser, least);
        double tribuo = tribuo(sample, standardiser, least);
        return List.of(
                new Figure("lr_fit_seconds", ours),
                new Figure("lr_tribuo_seconds", tribuo),
                new Figure("lr_tribuo_ratio", tribuo / ours),
                new Figure("lr_liblinear_seconds", liblinear),
                new Figure("lr_liblinear_ratio", liblinear / ours));
    }

    /** The least time over rates and epochs; where none gets there, the longest tried, which then is a lower bound. */
    private double tribuo(Sample sample, Standardiser standardiser, double least) {
        var dataset = TribuoTrainer.dataset(sample, standardiser, PENALTY);
        double fastest = Double.POSITIVE_INFINITY;
        double longest = 0;
        for (double rate : RATES) {
            for (int epochs : EPOCHS) {
                var trainer = new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(rate, EPSILON), epochs, -1, 1, 1L);
                Timed fit = timed(() -> TribuoTrainer.extract(trainer.train(dataset), standardiser, COLUMNS));
                longest = Math.max(longest, fit.seconds);
                if (reached(fit, sample, least, "Tribuo, rate " + rate + ", " + epochs + " epochs")) {
                    fastest = Math.min(fastest, fit.seconds);
                    break;
                }
            }
        }
        if (fastest < Double.POSITIVE_INFINITY) {
            return fastest;
        }
        progress.says("  Tribuo did not get within " + GAP + ": its seconds and ratio are lower bounds");
        return longest;
    }

    private double liblinear(Sample sample, Standardiser standardiser, double least) {
        Problem problem = new Problem();
        problem.l = sample.size();
        problem.n = COLUMNS + 1;
        problem.bias = 1;
        problem.x = new Feature[sample.size()][];
        problem.y = new double[sample.size()];
        for (int row = 0; row < sample.size(); row++) {
            double[] standard = standardiser.apply(sample.row(row));
            Feature[] nodes = new Feature[COLUMNS + 1];
            for (int column = 0; column < COLUMNS; column++) {
                nodes[column] = new FeatureNode(column + 1, standard[column]);
            }
            nodes[COLUMNS] = new FeatureNode(COLUMNS + 1, 1);
            problem.x[row] = nodes;
            problem.y[row] = sample.outcome(row) ? 1 : 0;
        }
        Linear.disableDebugOutput();
        for (double tolerance : TOLERANCES) {
            Parameter parameter = new Parameter(SolverType.L2R_LR, 1 / PENALTY.strength(), tolerance);
            Timed fit = timed(() -> model(Linear.train(problem, parameter), standardiser));
            if (reached(fit, sample, least, "liblinear, tolerance " + tolerance)) {
                return fit.seconds;
            }
        }
        throw new CannotMeasure("liblinear did not get within " + GAP);
    }

    private static LinearModel model(Model trained, Standardiser standardiser) {
        double sign = trained.getLabels()[0] == 1 ? 1 : -1;
        double[] weights = Arrays.stream(trained.getFeatureWeights())
                .map(weight -> sign * weight)
                .toArray();
        return new LinearModel(standardiser, Arrays.copyOf(weights, COLUMNS), weights[COLUMNS]);
    }

    private boolean reached(Timed fit, Sample sample, double least, String what) {
        double gap = Objective.of(fit.model, sample, PENALTY) - least;
        progress.says(String.format(Locale.ROOT, "  %s: %.2f s, %.1e from the least", what, fit.seconds, gap));
        return gap <= GAP;
    }

    private static Timed timed(Supplier<LinearModel> training) {
        long started = System.nanoTime();
        LinearModel model = training.get();
        return new Timed(model, (System.nanoTime() - started) / 1e9);
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
