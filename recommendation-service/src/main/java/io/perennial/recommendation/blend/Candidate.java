package io.perennial.recommendation.blend;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.linear.LinearParameters;
import java.util.ArrayList;
import java.util.List;

/** A blend on the way to a better one, and what the validation says of it. */
record Candidate(Blend blend, List<LinearParameters> parameters, double worth) {

    private static final double[] DECAYS = {1.5, 3, 6, 20};
    private static final double[] SHARES = {0.25, 0.5, 1, 2};
    private static final double FIRST_DECAY = 2;

    /** Popularity alone. */
    static Candidate none(Trend trend, Holdout sample) {
        Blend blend = new Blend(List.of(), trend);
        return new Candidate(blend, List.of(), Shelves.ndcg10(blend, sample));
    }

    /** With a part of these weights, at the best decay and share on the grid. */
    Candidate and(LinearParameters made, SparseMatrix weights, Holdout sample) {
        Part raw = new Part(made.model(), weights, FIRST_DECAY, 1);
        double scale = 1 / Shelves.meanBest(raw, sample);
        Part part = raw.withShare(blend.parts().isEmpty() ? scale : scale / 2);
        double reached = -1;
        for (double decay : DECAYS) {
            double now = Shelves.ndcg10(blend.and(part.withDecay(decay)), sample);
            if (now < reached) {
                break;
            }
            reached = now;
            part = part.withDecay(decay);
        }
        for (double share : blend.parts().isEmpty() ? new double[0] : SHARES) {
            double now = Shelves.ndcg10(blend.and(part.withShare(scale * share)), sample);
            if (now > reached) {
                reached = now;
                part = part.withShare(scale * share);
            }
        }
        List<LinearParameters> all = new ArrayList<>(parameters);
        all.add(made);
        return new Candidate(blend.and(part), List.copyOf(all), reached);
    }

    /** The same models blended otherwise. */
    Candidate with(Blend other, Holdout sample) {
        return new Candidate(other, parameters, Shelves.ndcg10(other, sample));
    }

    Recipe recipe() {
        List<Recipe.Ingredient> ingredients = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Part part = blend.parts().get(i);
            ingredients.add(new Recipe.Ingredient(parameters.get(i), part.decay(), part.share()));
        }
        return new Recipe(ingredients, blend.trend().power(), blend.trend().share());
    }
}
