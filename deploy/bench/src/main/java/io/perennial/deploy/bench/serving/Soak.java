package io.perennial.deploy.bench.serving;

import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.deploy.bench.suite.Residency;
import io.perennial.deploy.local.service.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** A service asked on and on, and whether its memory grows meanwhile. */
final class Soak {

    private static final Duration SLICE = Duration.ofSeconds(30);
    private static final double SECONDS_AN_HOUR = 3600;

    private final ServiceAlone alone;
    private final Service service;
    private final Progress progress;

    Soak(ServiceAlone alone, Service service, Progress progress) {
        this.alone = alone;
        this.service = service;
        this.progress = progress;
    }

    /** The greatest memory, and by how much it grows an hour: the slope of a straight line through what was seen every half minute. */
    List<Figure> measure(Duration length, Function<Random, String> path) {
        var seen = new ArrayList<Double>();
        long failed = 0;
        for (var slices = length.dividedBy(SLICE); slices > 0; slices--) {
            failed += alone.askFor(SLICE, path).failed();
            seen.add(Residency.mib(alone.suite().part(service.module())));
            progress.says("%,.0f MiB".formatted(seen.getLast()));
        }
        return List.of(
                new Figure("soak_minutes", length.toMinutes()),
                new Figure("soak_failed", failed),
                new Figure(
                        "soak_resident_mib",
                        seen.stream().mapToDouble(one -> one).max().orElse(0)),
                new Figure("soak_growth_mib_per_hour", slope(seen) * SECONDS_AN_HOUR / SLICE.toSeconds()));
    }

    /** Of equally spaced values, by a step; least squares. */
    static double slope(List<Double> values) {
        var middle = (values.size() - 1) / 2.0;
        var mean = values.stream().mapToDouble(one -> one).average().orElse(0);
        double products = 0;
        double squares = 0;
        for (var i = 0; i < values.size(); i++) {
            products += (i - middle) * (values.get(i) - mean);
            squares += (i - middle) * (i - middle);
        }
        return squares == 0 ? 0 : products / squares;
    }
}
