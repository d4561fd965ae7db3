package io.perennial.recommendation.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perennial.recommendation.blend.Recipe;
import io.perennial.recommendation.blend.Recipe.Ingredient;
import io.perennial.recommendation.linear.CoOccurrenceParameters;
import io.perennial.recommendation.linear.EaseParameters;
import io.perennial.recommendation.linear.SlitParameters;
import io.perennial.recommendation.linear.TransitionParameters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTextTests {

    @Test
    void aRecipeAndBackIsTheSame() {
        Recipe recipe = new Recipe(
                List.of(
                        new Ingredient(new SlitParameters(1.5, 1, 120, 0.25), 3, 1 / 3.0),
                        new Ingredient(new EaseParameters(100, 0.5, 0), 6, 1e-9),
                        new Ingredient(new CoOccurrenceParameters(0.5, 0.5, 0), 20, 2),
                        new Ingredient(new TransitionParameters(2, 1, 0.75, 0.25), 1.5, 1)),
                -0.17,
                0.003);
        assertThat(RecipeText.read(RecipeText.write(recipe))).isEqualTo(recipe);
        Recipe nothing = new Recipe(List.of(), 0, 0);
        assertThat(RecipeText.write(nothing)).isEqualTo("trend 0.0 0.0");
        assertThat(RecipeText.read("trend 0.0 0.0")).isEqualTo(nothing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "trend",
                "trend a b",
                "ease 1 decay 2 share 3; trend 0 0",
                "oracle 1 2 3 decay 2 share 3; trend 0 0",
                "ease 1 2 3 share 3 decay 2; trend 0 0",
                "ease 100.0 0.5 0.0 decay 3.0 share 0.7"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> RecipeText.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
