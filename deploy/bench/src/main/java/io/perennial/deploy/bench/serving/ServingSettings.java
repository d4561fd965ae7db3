package io.perennial.deploy.bench.serving;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a benchmark of one service is told.
 *
 * @param connections that ask at the same time; with more than keep the cores busy an answer waits for the others
 * @param window so long each figure is measured
 */
public record ServingSettings(int shoppers, int connections, Duration window) {

    public static final ServingSettings DEFAULTS =
            new ServingSettings(100_000, 2 * Runtime.getRuntime().availableProcessors(), Duration.ofSeconds(30));

    public static final String OPTIONS = """
              --shoppers N      ask a service that knows so many shoppers (default 100000)
              --connections N   so many ask at the same time (default: two a core)
              --seconds N       measure each figure so long (default 30)""";

    /** With another value; null where there is no such option. */
    public @Nullable ServingSettings with(String option, int value) {
        return switch (option) {
            case "--shoppers" -> new ServingSettings(value, connections, window);
            case "--connections" -> new ServingSettings(shoppers, value, window);
            case "--seconds" -> new ServingSettings(shoppers, connections, Duration.ofSeconds(value));
            default -> null;
        };
    }
}
