package io.perennial.recommendation.factor;

import io.perennial.recommendation.algebra.Kernel;
import io.perennial.recommendation.algebra.SparseMatrix;
import java.util.Arrays;

/** Scores all items for a shopper the model need not have seen: their point is solved for from what they did. */
public final class AlsScorer {

    private static final int STEPS_TO_CONVERGE = 3;

    private final Points items;
    private final Kernel kernel;
    private final NormalEquation equation;
    private final float[] shopper;

    /** For one thread. */
    public AlsScorer(AlsModel model, Kernel kernel) {
        items = model.points();
        this.kernel = kernel;
        AlsParameters own = model.parameters();
        AlsParameters patient = new AlsParameters(
                own.factors(), 1, own.ridge(), own.alpha(), STEPS_TO_CONVERGE * own.steps(), own.seed());
        equation = new NormalEquation(patient, items, model.spectrum(), kernel);
        shopper = new float[items.stride];
    }

    /** Overwrites the scores of all items; the strengths' row is the shopper's. */
    public void score(SparseMatrix strengths, int row, float[] scores) {
        Arrays.fill(shopper, 0);
        equation.solve(strengths, row, shopper, 0);
        for (int item = 0; item < scores.length; item++) {
            scores[item] = kernel.dot(items.coordinates, item * items.stride, shopper, 0, items.stride);
        }
    }
}
