package io.perennial.recommendation.factor;

import io.perennial.recommendation.algebra.SparseMatrix;
import java.util.Arrays;

/** Scores all items for a shopper the model need not have seen: their point is solved for from what they did. */
public final class AlsScorer {

    private static final int STEPS_TO_CONVERGE = 3;

    private final AlsModel model;
    private final NormalEquation equation;
    private final float[] shopper;

    /** For one thread. */
    public AlsScorer(AlsModel model) {
        this.model = model;
        AlsParameters own = model.parameters();
        AlsParameters patient = new AlsParameters(
                own.factors(), 1, own.ridge(), own.alpha(), STEPS_TO_CONVERGE * own.steps(), own.seed());
        equation = new NormalEquation(patient, model.points(), model.gram());
        shopper = new float[own.factors()];
    }

    /** Overwrites the scores of all items; the strengths' row is the shopper's. */
    public void score(SparseMatrix strengths, int row, float[] scores) {
        Arrays.fill(shopper, 0);
        equation.solve(strengths, row, shopper, 0);
        for (int item = 0; item < scores.length; item++) {
            scores[item] = NormalEquation.dot(model.points(), item * shopper.length, shopper, 0, shopper.length);
        }
    }
}
