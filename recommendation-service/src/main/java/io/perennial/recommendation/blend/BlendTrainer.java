package io.perennial.recommendation.blend;

import io.perennial.recommendation.linear.LinearTrainer;
import io.perennial.recommendation.sequence.Sequences;
import java.util.List;

/** Trains the parts of a blend whose recipe is settled. */
public final class BlendTrainer {

    private final LinearTrainer trainer;

    public BlendTrainer(LinearTrainer trainer) {
        this.trainer = trainer;
    }

    /**
     * The same recipe, sequences and trend give the same blend.
     *
     * @param trend of the same time; its power and share are the recipe's
     */
    public Blend train(Recipe recipe, Sequences sequences, Trend trend) {
        List<Part> parts = recipe.ingredients().stream()
                .map(one -> new Part(
                        one.parameters().model(), trainer.train(one.parameters(), sequences), one.decay(), one.share()))
                .toList();
        return new Blend(parts, trend.withPower(recipe.trendPower()).withShare(recipe.trendShare()));
    }
}
