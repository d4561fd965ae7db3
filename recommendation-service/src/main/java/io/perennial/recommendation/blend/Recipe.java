package io.perennial.recommendation.blend;

import io.perennial.recommendation.linear.LinearParameters;
import java.util.List;

/**
 * What a blend is made of.
 *
 * @param trendPower power of the demand factor
 * @param trendShare share of the most demanded item
 */
public record Recipe(List<Ingredient> ingredients, double trendPower, double trendShare) {

    public Recipe {
        ingredients = List.copyOf(ingredients);
    }

    /**
     * What to train for one part, and how it counts.
     *
     * @param decay an item n steps before the newest counts exp(−n / decay)
     * @param share factor of its scores in the sum
     */
    public record Ingredient(LinearParameters parameters, double decay, double share) {}
}
