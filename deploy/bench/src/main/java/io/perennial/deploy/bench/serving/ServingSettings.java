package io.perennial.deploy.bench.serving;

import java.time.Duration;
import java.util.List;

/**
 * What a benchmark of one service is told.
 *
 * @param connections that ask at the same time
 * @param rate events a second while freshness is measured
 * @param window so long each figure is measured
 */
record ServingSettings(int shoppers, int connections, int rate, Duration window) {

    static final ServingSettings DEFAULTS = new ServingSettings(100_000, 16, 2_000, Duration.ofSeconds(30));

    static final String OPTIONS = """
              --shoppers N      so many shoppers (default 100000)
              --connections N   so many ask at the same time (default 16)
              --rate N          events a second while freshness is measured (default 2000)
              --seconds N       measure each figure so long (default 30)""";

    static ServingSettings parse(List<String> options) {
        var settings = DEFAULTS;
        for (var i = 0; i < options.size(); i += 2) {
            if (i + 1 == options.size()) {
                throw new IllegalArgumentException(options.get(i) + " needs a value");
            }
            settings = settings.with(options.get(i), options.get(i + 1));
        }
        return settings;
    }

    private ServingSettings with(String option, String value) {
        var number = Integer.parseInt(value);
        if (number < 1) {
            throw new IllegalArgumentException(option + " has to be positive, not " + value);
        }
        return switch (option) {
            case "--shoppers" -> new ServingSettings(number, connections, rate, window);
            case "--connections" -> new ServingSettings(shoppers, number, rate, window);
            case "--rate" -> new ServingSettings(shoppers, connections, number, window);
            case "--seconds" -> new ServingSettings(shoppers, connections, rate, Duration.ofSeconds(number));
            default -> throw new IllegalArgumentException("unknown option " + option);
        };
    }
}
