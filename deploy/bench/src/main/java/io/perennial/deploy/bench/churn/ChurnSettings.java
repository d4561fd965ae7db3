package io.perennial.deploy.bench.churn;

import io.perennial.deploy.bench.serving.ServingSettings;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the benchmark is told.
 *
 * @param parts those to measure
 * @param rows shoppers to learn from, 40 features each
 * @param rate events a second while freshness is measured
 */
record ChurnSettings(Set<Part> parts, int rows, int rate, ServingSettings serving) {

    /** What can be measured on its own. */
    enum Part {
        TRAINING,
        FEATURES,
        SCORING,
        SERVING
    }

    static final String HELP = """
            training against Tribuo and liblinear; features; scoring with and without reasons; the service alone under load
              --only PART,…     some of training, features, scoring, serving
              --rows N          shoppers to learn from, 40 features each (default 1000000)
              --rate N          events a second while freshness is measured (default 2000)
            """ + ServingSettings.OPTIONS;

    /** Seconds between two events of a shopper, at least: a score that takes longer is taken for the next event's. */
    private static final long BETWEEN = 10;

    static ChurnSettings parse(List<String> options) {
        var settings = new ChurnSettings(EnumSet.allOf(Part.class), 1_000_000, 2_000, ServingSettings.DEFAULTS);
        for (var i = 0; i < options.size(); i += 2) {
            if (i + 1 == options.size()) {
                throw new IllegalArgumentException(options.get(i) + " needs a value");
            }
            settings = settings.with(options.get(i), options.get(i + 1));
        }
        var fewest = settings.rate * BETWEEN;
        if (settings.parts.contains(Part.SERVING) && settings.serving.shoppers() < fewest) {
            throw new IllegalArgumentException(
                    "%d events a second take at least %d shoppers: give --shoppers or a lower --rate"
                            .formatted(settings.rate, fewest));
        }
        return settings;
    }

    private ChurnSettings with(String option, String value) {
        if (option.equals("--only")) {
            return new ChurnSettings(parts(value), rows, rate, serving);
        }
        var number = Integer.parseInt(value);
        if (number < 1) {
            throw new IllegalArgumentException(option + " has to be positive, not " + value);
        }
        if (option.equals("--rows")) {
            return new ChurnSettings(parts, number, rate, serving);
        }
        if (option.equals("--rate")) {
            return new ChurnSettings(parts, rows, number, serving);
        }
        var other = serving.with(option, number);
        if (other == null) {
            throw new IllegalArgumentException("unknown option " + option);
        }
        return new ChurnSettings(parts, rows, rate, other);
    }

    private static Set<Part> parts(String names) {
        var parts = EnumSet.noneOf(Part.class);
        for (var name : names.split(",", -1)) {
            parts.add(Part.valueOf(name.strip().toUpperCase(Locale.ROOT)));
        }
        return parts;
    }
}
