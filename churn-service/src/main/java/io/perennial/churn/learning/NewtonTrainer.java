package io.perennial.churn.learning;

import io.perennial.churn.model.LinearModel;
import io.perennial.churn.model.Standardiser;
import java.util.Arrays;

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares, e.g. Bishop 2006 §4.3.3) with step halving. Of
 * many rows every sixteenth block is taken to the optimum first, from which all need two or three steps.
 */
public final class NewtonTrainer implements LinearTrainer {

    private static final int STEPS = 100;
    /** Half the Newton decrement, an estimate of how far the objective is from its least, over the weight of all rows. */
    private static final double CLOSE = 1e-10;

    private static final double NEAR = 1e-6;
    private static final int WARM_UP_FROM = 65_536;
    private static final int WARM_UP_STRIDE = 16;

    @Override
    public String name() {
        return "Newton";
    }

    @Override
    public LinearModel train(Sample sample, Standardiser standardiser, Penalty penalty) {
        Objective.requireBothClasses(sample);
        StandardBlocks all = StandardBlocks.of(sample, standardiser);
        double[] start = new double[sample.columns() + 1];
        double rate = sample.baseRate();
        start[sample.columns()] = Math.log(rate / (1 - rate));
        if (sample.size() >= WARM_UP_FROM) {
            double part = 1.0 / WARM_UP_STRIDE;
            start = descend(all.everyNth(WARM_UP_STRIDE), new Penalty(penalty.strength() * part), start, NEAR);
        }
        double[] optimum = descend(all, penalty, start, CLOSE);
        return new LinearModel(standardiser, Arrays.copyOf(optimum, sample.columns()), optimum[sample.columns()]);
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

    private static double[] descend(StandardBlocks blocks, Penalty penalty, double[] start, double close) {
        double[] at = start;
        LogisticPass pass = LogisticPass.over(blocks, penalty, at);
        for (int step = 0; step < STEPS; step++) {
            double[] direction = Cholesky.solve(pass.hessian(), pass.gradient());
            double decrement = dot(direction, pass.gradient());
            if (decrement / 2 <= close * blocks.totalWeight()) {
                return decrement > 0 ? minus(at, direction, 1) : at;
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
                return at; // rounding is all that is left
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

    private static double[] minus(double[] from, double[] direction, double length) {
        double[] result = new double[from.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = from[i] - length * direction[i];
        }
        return result;
    }
}
