package io.perennial.deploy.bench.report;

import java.util.Locale;

/** A measured number under a name that says its unit. */
public record Figure(String name, double value) {

    private static final double WHOLE_FROM = 100;
    private static final double HUNDREDTHS_FROM = 2;

    /** Four digits for shares and areas, which differ in the third. */
    private String format() {
        return value >= WHOLE_FROM ? "%.0f" : value >= HUNDREDTHS_FROM ? "%.2f" : "%.4f";
    }

    /** As other programs read it: {@code name=value}. */
    public String line() {
        return name + "=" + String.format(Locale.ROOT, format(), value);
    }
}
