package io.perennial.recommendation.learning;

import io.perennial.recommendation.blend.Recipe;
import io.perennial.recommendation.blend.Recipe.Ingredient;
import io.perennial.recommendation.linear.CoOccurrenceParameters;
import io.perennial.recommendation.linear.EaseParameters;
import io.perennial.recommendation.linear.LinearParameters;
import io.perennial.recommendation.linear.SlitParameters;
import io.perennial.recommendation.linear.TransitionParameters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * A recipe in a line, for a person and to be read again: {@code ease 100.0 0.5 0.0 decay 3.0 share 0.7; … ; trend 0.1 0.003},
 * the parameters in the order of their records.
 */
final class RecipeText {

    private RecipeText() {}

    static String write(Recipe recipe) {
        String parts = recipe.ingredients().stream()
                .map(one -> name(one.parameters()) + ' ' + numbers(one.parameters()) + " decay " + one.decay()
                        + " share " + one.share() + "; ")
                .collect(Collectors.joining());
        return parts + "trend " + recipe.trendPower() + ' ' + recipe.trendShare();
    }

    /** Throws IllegalArgumentException on anything else. */
    static Recipe read(String text) {
        List<String> lines = List.of(text.split("; ", -1));
        List<Ingredient> ingredients = lines.subList(0, lines.size() - 1).stream()
                .map(RecipeText::ingredient)
                .toList();
        String[] trend = words(lines.getLast(), "trend", 3);
        return new Recipe(ingredients, Double.parseDouble(trend[1]), Double.parseDouble(trend[2]));
    }

    private static Ingredient ingredient(String line) {
        String[] words = line.split(" ", -1);
        int end = words.length - 4;
        if (end < 1 || !words[end].equals("decay") || !words[end + 2].equals("share")) {
            throw new IllegalArgumentException("no part of a recipe: " + line);
        }
        double[] numbers =
                Arrays.stream(words, 1, end).mapToDouble(Double::parseDouble).toArray();
        return new Ingredient(
                parameters(words[0], numbers), Double.parseDouble(words[end + 1]), Double.parseDouble(words[end + 3]));
    }

    private static String[] words(String line, String first, int count) {
        String[] words = line.split(" ", -1);
        if (words.length != count || !words[0].equals(first)) {
            throw new IllegalArgumentException("no end of a recipe: " + line);
        }
        return words;
    }

    private static String name(LinearParameters parameters) {
        return switch (parameters) {
            case EaseParameters ignored -> "ease";
            case SlitParameters ignored -> "slit";
            case TransitionParameters ignored -> "transition";
            case CoOccurrenceParameters ignored -> "co-occurrence";
        };
    }

    private static String numbers(LinearParameters parameters) {
        DoubleStream numbers = switch (parameters) {
            case EaseParameters ease -> DoubleStream.of(ease.ridge(), ease.ownRidge(), ease.lengthPower());
            case SlitParameters slit ->
                DoubleStream.of(slit.sourceDecay(), slit.targetDecay(), slit.ridge(), slit.lengthPower());
            case TransitionParameters steps ->
                DoubleStream.of(steps.sourceDecay(), steps.targetDecay(), steps.sourcePower(), steps.targetPower());
            case CoOccurrenceParameters pairs ->
                DoubleStream.of(pairs.sourcePower(), pairs.targetPower(), pairs.lengthPower());
        };
        return numbers.mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    private static LinearParameters parameters(String name, double... of) {
        return switch (name + ' ' + of.length) {
            case "ease 3" -> new EaseParameters(of[0], of[1], of[2]);
            case "slit 4" -> new SlitParameters(of[0], of[1], of[2], of[3]);
            case "transition 4" -> new TransitionParameters(of[0], of[1], of[2], of[3]);
            case "co-occurrence 3" -> new CoOccurrenceParameters(of[0], of[1], of[2]);
            default -> throw new IllegalArgumentException("no model " + name + " of " + of.length + " parameters");
        };
    }
}
