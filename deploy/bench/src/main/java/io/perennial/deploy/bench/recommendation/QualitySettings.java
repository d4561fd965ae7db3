package io.perennial.deploy.bench.recommendation;

import io.perennial.deploy.local.Layout;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the evaluation is told.
 *
 * @param parts those to measure
 * @param file sequences to measure on instead
 * @param folder of the real files
 * @param operations the search may spend on trainings
 */
record QualitySettings(Set<Part> parts, Optional<Path> file, Path folder, double operations) {

    private static final double TERA = 1e12;

    /** What can be measured on its own. */
    enum Part {
        BEAUTY,
        RETAIL,
        SESSIONS,
        DEMAND
    }

    static final String HELP = """
            what recommendations are worth on real data: NDCG, hit rate, coverage and popularity bias; next clicks of
            sessions; demand by product and week
              --only PART,…     some of beauty, retail, sessions, demand
              --data FILE       a file of lines "user item item …" in time order (.gz or plain) instead: last item is
                                test, the one before validation, all items ranked; prints data_ndcg10 …
              --folder FOLDER   where the real files lie (default ../shared/data beside the checkout)
              --effort N        the search may spend so many 10^12 floating-point operations (default 10)""";

    static QualitySettings parse(List<String> options) {
        var settings = new QualitySettings(
                EnumSet.allOf(Part.class),
                Optional.empty(),
                Layout.findCheckout().resolveSibling("shared").resolve("data"),
                10 * TERA);
        for (var i = 0; i < options.size(); i += 2) {
            if (i + 1 == options.size()) {
                throw new IllegalArgumentException(options.get(i) + " needs a value");
            }
            settings = settings.with(options.get(i), options.get(i + 1));
        }
        return settings;
    }

    private QualitySettings with(String option, String value) {
        return switch (option) {
            case "--only" -> new QualitySettings(parts(value), file, folder, operations);
            case "--data" -> new QualitySettings(parts, Optional.of(Path.of(value)), folder, operations);
            case "--folder" -> new QualitySettings(parts, file, Path.of(value), operations);
            case "--effort" -> new QualitySettings(parts, file, folder, Double.parseDouble(value) * TERA);
            default -> throw new IllegalArgumentException("unknown option " + option);
        };
    }

    private static Set<Part> parts(String names) {
        var parts = EnumSet.noneOf(Part.class);
        for (var name : names.split(",", -1)) {
            parts.add(Part.valueOf(name.strip().toUpperCase(Locale.ROOT)));
        }
        return parts;
    }
}
