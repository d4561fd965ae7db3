package io.perennial.deploy.bench.report;

import java.util.Locale;

/** A measured number under a name that says its unit. */
public record Figure(String name, double value) {

    private static final double WHOLE_FROM = 100;
    private static final double FINE_BELOW = 1;
    private static final double TINY_BELOW = 1e-4;

    /** As other programs read it: {@code name=value}. */
    public String line() {
        return name + "=" + String.format(Locale.ROOT, format(), value);
    }

    private String format() {
        double size = Math.abs(value);
        if (size > 0 && size < TINY_BELOW) {
            return "%.2e";
        }
        return size >= WHOLE_FROM ? "%.0f" : size >= FINE_BELOW ? "%.3f" : "%.5f";
    }
}
