package io.perennial.deploy.bench.suite;

import io.perennial.deploy.local.Layout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the benchmark is told.
 *
 * @param parts those to measure
 * @param data the folder of the real files
 * @param events at least so many are replayed
 * @param window how long freshness is measured, each kind
 * @param rate background events in a second meanwhile
 */
record SuiteSettings(Set<Part> parts, Path data, long events, Duration window, int rate) {

    /** What can be measured on its own. */
    enum Part {
        READY,
        RESIDENT,
        THROUGHPUT,
        FRESHNESS
    }

    static final String HELP = """
            start, memory, throughput and freshness of the whole suite
              --only PART,…     some of ready, resident, throughput, freshness
              --data FOLDER     where online-retail.csv.gz lies (default ../shared/data beside the checkout);
                                without it the simulated shop is replayed
              --events N        replay at least so many (default 200000)
              --seconds N       measure freshness so long, each kind (default 60)
              --rate N          background events in a second meanwhile (default 500)""";

    static SuiteSettings parse(List<String> options) {
        var checkout = Layout.findCheckout();
        var settings = new SuiteSettings(
                EnumSet.allOf(Part.class),
                checkout.resolveSibling("shared").resolve("data"),
                200_000,
                Duration.ofSeconds(60),
                500);
        for (var i = 0; i < options.size(); i += 2) {
            if (i + 1 == options.size()) {
                throw new IllegalArgumentException(options.get(i) + " needs a value");
            }
            settings = settings.with(options.get(i), options.get(i + 1));
        }
        return settings;
    }

    private SuiteSettings with(String option, String value) {
        return switch (option) {
            case "--only" -> new SuiteSettings(parts(value), data, events, window, rate);
            case "--data" -> new SuiteSettings(parts, Path.of(value), events, window, rate);
            case "--events" -> new SuiteSettings(parts, data, positive(option, value), window, rate);
            case "--seconds" ->
                new SuiteSettings(parts, data, events, Duration.ofSeconds(positive(option, value)), rate);
            case "--rate" -> new SuiteSettings(parts, data, events, window, Math.toIntExact(positive(option, value)));
            default -> throw new IllegalArgumentException("unknown option " + option);
        };
    }

    /** Online Retail, where it is at hand. */
    Optional<Path> onlineRetail() {
        return Optional.of(data.resolve("online-retail.csv.gz")).filter(Files::isReadable);
    }

    private static Set<Part> parts(String names) {
        var parts = EnumSet.noneOf(Part.class);
        for (var name : names.split(",", -1)) {
            parts.add(Part.valueOf(name.strip().toUpperCase(Locale.ROOT)));
        }
        return parts;
    }

    private static long positive(String option, String value) {
        var number = Long.parseLong(value);
        if (number < 1) {
            throw new IllegalArgumentException(option + " has to be positive, not " + value);
        }
        return number;
    }
}
