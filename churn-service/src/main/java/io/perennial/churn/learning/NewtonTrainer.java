package io.perennial.churn.learning;

import io.perennial.churn.evaluation.Predictions;
import io.perennial.churn.model.LinearModel;
import io.perennial.churn.model.Standardiser;
import java.util.Arrays;

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares, e.g. Bishop 2006 §4.3.3) with step halving. Of
 * many rows a few blocks are taken to their optimum first. Their Hessian then steers the steps on more blocks and on all, which
 * take the gradient alone (Byrd, Chin, Neveitt and Nocedal 2011): a Hessian costs twenty times as much.
 *
 * @param tolerance how far from its least the objective may be left, in nats a row; judged by half the Newton decrement and by
 *     what a step is known to bring it down by
 */
public record NewtonTrainer(double tolerance) implements LinearTrainer {

    private static final int STEPS = 100;
    private static final double NEAR = 1e-6;
    /** Every so manieth block, coarse first; of those with enough of the rarer class for each weight. */
    private static final int[] STRIDES = {128, 16};

    private static final int ROWS_PER_WEIGHT = 10;
    private static final int FEWEST_ROWS = 4_096;

    /** To what share of it a step with some blocks' Hessian must bring the decrement, or those steps' own rows' Hessian is taken. */
    private static final double PROGRESS = 0.25;

    /** As near as floats get: to 1e-10. */
    public NewtonTrainer() {
        this(1e-10);
    }

    public NewtonTrainer {
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("a tolerance must be positive, not " + tolerance);
        }
    }

    @Override
    public String name() {
        return "Newton";
    }

    @Override
    public LinearModel train(Sample sample, Standardiser standardiser, Penalty penalty) {
        Objective.requireBothClasses(sample);
        StandardBlocks all = StandardBlocks.of(sample, standardiser);
        int[] strides = strides(sample);
        Descent descent = new Descent(start(sample), new double[0][], 0);
        for (int stride : strides) {
            StandardBlocks some = all.everyNth(stride);
            double share = some.totalWeight() / all.totalWeight();
            descent = descend(some, new Penalty(penalty.strength() * share), descent, NEAR);
        }
        double[] optimum = descend(all, penalty, descent, tolerance).at;
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

    /** Where a descent ended, and a Hessian of rows of so much weight; none where that is 0. */
    private static final class Descent {

        private final double[] at;
        private final double[][] hessian;
        private final double weight;

        Descent(double[] at, double[][] hessian, double weight) {
            this.at = at;
            this.hessian = hessian;
            this.weight = weight;
        }
    }

    private static Descent descend(StandardBlocks blocks, Penalty penalty, Descent before, double close) {
        return before.weight == 0 ? newton(blocks, penalty, before.at, close) : steered(blocks, penalty, before, close);
    }

    /** With the Hessian of before, as long as it brings the objective near its least fast enough. */
    private static Descent steered(StandardBlocks blocks, Penalty penalty, Descent before, double close) {
        double whole = blocks.totalWeight();
        double[] at = before.at;
        double last = Double.POSITIVE_INFINITY;
        while (true) {
            double[] gradient = LogisticPass.slope(blocks, penalty, at).gradient();
            double[] direction = times(Cholesky.solve(before.hessian, gradient), before.weight / whole);
            double decrement = dot(direction, gradient);
            if (!(decrement <= last * PROGRESS)) { // or it is no number
                return newton(blocks, penalty, at, close);
            }
            at = minus(at, direction, 1);
            if (decrement / 2 * PROGRESS <= close * whole) {
                return new Descent(at, before.hessian, before.weight);
            }
            last = decrement;
        }
    }

    private static Descent newton(StandardBlocks blocks, Penalty penalty, double[] start, double close) {
        double whole = blocks.totalWeight();
        double[] at = start;
        LogisticPass pass = LogisticPass.over(blocks, penalty, at);
        for (int step = 0; step < STEPS; step++) {
            double[] direction = Cholesky.solve(pass.hessian(), pass.gradient());
            double decrement = dot(direction, pass.gradient());
            if (decrement / 2 <= close * whole) {
                return new Descent(decrement > 0 ? minus(at, direction, 1) : at, pass.hessian(), whole);
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
                return new Descent(at, pass.hessian(), whole); // rounding is all that is left
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
