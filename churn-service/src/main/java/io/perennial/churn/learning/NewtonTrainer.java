package io.perennial.churn.learning;

import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.model.LinearModel;
import io.perennial.churn.model.Standardiser;
import java.util.Arrays;

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares, e.g. Bishop 2006 §4.3.3) with step halving. Of
 * many rows some blocks are taken to their optimum first; from there all rows need three or four steps, whose gradient is of all
 * rows and whose Hessian is of some (Byrd, Chin, Neveitt and Nocedal 2011), since the Hessian costs twenty times as much.
 */
public final class NewtonTrainer implements LinearTrainer {

    private static final int STEPS = 100;
    /** Half the Newton decrement, an estimate of how far the objective is from its least, over the weight of all rows. */
    private static final double CLOSE = 1e-10;

    private static final double NEAR = 1e-6;
    /** Every so manieth block, coarse first; of those with enough of the rarer class for each weight. */
    private static final int[] STRIDES = {128, 16};

    private static final int ROWS_PER_WEIGHT = 10;
    private static final int FEWEST_ROWS = 4_096;

    /** By how much a step on some rows' Hessian must bring the decrement down, or all rows' is taken. */
    private static final double PROGRESS = 0.25;

    @Override
    public String name() {
        return "Newton";
    }

    @Override
    public LinearModel train(Sample sample, Standardiser standardiser, Penalty penalty) {
        Objective.requireBothClasses(sample);
        StandardBlocks all = StandardBlocks.of(sample, standardiser);
        int[] strides = strides(sample);
        double[] optimum = strides.length > 0
                ? fromSome(all, strides, penalty, start(sample))
                : descend(all, penalty, start(sample), CLOSE).at;
        return new LinearModel(standardiser, Arrays.copyOf(optimum, sample.columns()), optimum[sample.columns()]);
    }

    private static int[] strides(Sample sample) {
        double rate = sample.baseRate();
        double rarer = sample.size() * Math.min(rate, 1 - rate);
        return Arrays.stream(STRIDES)
                .filter(stride -> sample.size() / stride >= FEWEST_ROWS)
                .filter(stride -> rarer / stride >= (double) ROWS_PER_WEIGHT * sample.columns())
                .toArray();
    }

    /** No column tells anything. */
    private static double[] start(Sample sample) {
        double[] start = new double[sample.columns() + 1];
        start[sample.columns()] = Predictions.logit(sample.baseRate());
        return start;
    }

    /**
     * How far the objective at a model is from its least, in nats a row: half the Newton decrement, exact to second order
     * (Boyd and Vandenberghe 2004, §9.5.1).
     */
    public static double distance(LinearModel model, Sample sample, Standardiser standardiser, Penalty penalty) {
        double[] at = Arrays.copyOf(model.weights(), sample.columns() + 1);
        at[sample.columns()] = model.intercept();
        StandardBlocks blocks = StandardBlocks.of(sample, standardiser);
        LogisticPass pass = LogisticPass.over(blocks, penalty, at);
        return dot(Cholesky.solve(pass.hessian(), pass.gradient()), pass.gradient()) / 2 / blocks.totalWeight();
    }

    /** Where a descent ended, and the Hessian of its last pass. */
    private static final class Descent {

        private final double[] at;
        private final double[][] hessian;

        Descent(double[] at, double[][] hessian) {
            this.at = at;
            this.hessian = hessian;
        }
    }

    private static double[] fromSome(StandardBlocks all, int[] strides, Penalty penalty, double[] start) {
        double whole = all.totalWeight();
        double[] at = start;
        double[][] hessian = {};
        double share = 1;
        for (int stride : strides) {
            StandardBlocks some = all.everyNth(stride);
            share = some.totalWeight() / whole;
            Descent descent = descend(some, new Penalty(penalty.strength() * share), at, NEAR);
            at = descent.at;
            hessian = descent.hessian;
        }
        double before = Double.POSITIVE_INFINITY;
        while (true) {
            double[] gradient = LogisticPass.slope(all, penalty, at).gradient();
            double[] direction = times(Cholesky.solve(hessian, gradient), share);
            double decrement = dot(direction, gradient);
            if (decrement / 2 <= CLOSE * whole) {
                return minus(at, direction, 1);
            }
            if (decrement > before * PROGRESS) {
                return descend(all, penalty, at, CLOSE).at;
            }
            at = minus(at, direction, 1);
            before = decrement;
        }
    }

    private static Descent descend(StandardBlocks blocks, Penalty penalty, double[] start, double close) {
        double[] at = start;
        LogisticPass pass = LogisticPass.over(blocks, penalty, at);
        for (int step = 0; step < STEPS; step++) {
            double[] direction = Cholesky.solve(pass.hessian(), pass.gradient());
            double decrement = dot(direction, pass.gradient());
            if (decrement / 2 <= close * blocks.totalWeight()) {
                return new Descent(decrement > 0 ? minus(at, direction, 1) : at, pass.hessian());
            }
            double length = 1;
            double[] next = minus(at, direction, length);
            LogisticPass there = LogisticPass.over(blocks, penalty, next);
            while (!(there.value() <= pass.value() - 1e-4 * length * decrement) && length > 1e-6) {
                length /= 2;
                next = minus(at, direction, length);
                there = LogisticPass.over(blocks, penalty, next);
            }
            if (!(there.value() < pass.value())) {
                return new Descent(at, pass.hessian()); // rounding is all that is left
            }
            at = next;
            pass = there;
        }
        throw new IllegalArgumentException("training did not converge in " + STEPS + " Newton steps: penalise it more");
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double[] times(double[] vector, double factor) {
        return minus(new double[vector.length], vector, -factor);
    }

    private static double[] minus(double[] from, double[] direction, double length) {
        double[] result = new double[from.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = from[i] - length * direction[i];
        }
        return result;
    }
}
