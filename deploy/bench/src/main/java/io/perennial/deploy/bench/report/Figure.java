package io.perennial.deploy.bench.report;

import java.util.Locale;

/** A measured number under a name that says its unit. */
public record Figure(String name, double value) {

    private static final double WHOLE_FROM = 100;

    /** As other programs read it: {@code name=value}. */
    public String line() {
        return name + "=" + String.format(Locale.ROOT, value >= WHOLE_FROM ? "%.0f" : "%.2f", value);
    }
}
