package io.perennial.deploy.bench.recommendation;

import io.perennial.deploy.bench.serving.ServingSettings;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the benchmark is told.
 *
 * @param parts those to measure
 * @param items so many each time EASE is trained
 * @param products of the shop that is served
 * @param soak minutes it is asked on afterwards; 0: not
 */
record RecommendationSettings(Set<Part> parts, List<Integer> items, int products, int soak, ServingSettings serving) {

    /** What can be measured on its own. */
    enum Part {
        TRAINING,
        ALS,
        ITEMKNN,
        SERVING
    }

    static final String HELP = """
            how fast recommendation models are trained, and beside Spark MLlib and Mahout; the service alone under load while its models are swapped
              --only PART,…     some of training, als, itemknn, serving
              --items N,…       train EASE on so many items (default 10000,20000)
              --products N      serve a shop of so many (default 100000); 1000000 shoppers are the full size
              --soak MINUTES    ask on for so long and watch the memory (default: not)
            """ + ServingSettings.OPTIONS;

    static RecommendationSettings parse(List<String> options) {
        var settings = new RecommendationSettings(
                EnumSet.allOf(Part.class), List.of(10_000, 20_000), 100_000, 0, ServingSettings.DEFAULTS);
        for (var i = 0; i < options.size(); i += 2) {
            if (i + 1 == options.size()) {
                throw new IllegalArgumentException(options.get(i) + " needs a value");
            }
            settings = settings.with(options.get(i), options.get(i + 1));
        }
        return settings;
    }

    private RecommendationSettings with(String option, String value) {
        return switch (option) {
            case "--only" -> new RecommendationSettings(parts(value), items, products, soak, serving);
            case "--items" -> new RecommendationSettings(parts, numbers(option, value), products, soak, serving);
            case "--products" ->
                new RecommendationSettings(parts, items, numbers(option, value).getFirst(), soak, serving);
            case "--soak" ->
                new RecommendationSettings(
                        parts, items, products, numbers(option, value).getFirst(), serving);
            default -> {
                var other = serving.with(option, numbers(option, value).getFirst());
                if (other == null) {
                    throw new IllegalArgumentException("unknown option " + option);
                }
                yield new RecommendationSettings(parts, items, products, soak, other);
            }
        };
    }

    private static List<Integer> numbers(String option, String value) {
        var numbers = Arrays.stream(value.split(",", -1)).map(Integer::valueOf).toList();
        if (numbers.stream().anyMatch(number -> number < 1)) {
            throw new IllegalArgumentException(option + " has to be positive, not " + value);
        }
        return numbers;
    }

    private static Set<Part> parts(String names) {
        var parts = EnumSet.noneOf(Part.class);
        for (var name : names.split(",", -1)) {
            parts.add(Part.valueOf(name.strip().toUpperCase(Locale.ROOT)));
        }
        return parts;
    }
}
