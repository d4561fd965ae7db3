package io.perennial.recommendation.forecast;

import java.util.Locale;

/**
 * How a product is asked for: by the mean interval between weeks with demand and the squared coefficient of variation of
 * what they take (A. A. Syntetos, J. E. Boylan and J. D. Croston, Journal of the Operational Research Society 56, 2005).
 */
public enum DemandClass {
    SMOOTH,
    ERRATIC,
    INTERMITTENT,
    LUMPY,
    /** Too short a history to say. */
    NEW;

    private static final int SHORT = 8;
    private static final int LOOKED_AT = 52;
    private static final double LONG_INTERVAL = 1.32;
    private static final double VARIED = 0.49;

    /** By the newest {@value #LOOKED_AT} weeks. */
    static DemandClass of(double[] history) {
        if (history.length < SHORT) {
            return NEW;
        }
        int from = Math.max(0, history.length - LOOKED_AT);
        double weeks = 0;
        double sum = 0;
        double squares = 0;
        for (int week = from; week < history.length; week++) {
            if (history[week] > 0) {
                weeks++;
                sum += history[week];
                squares += history[week] * history[week];
            }
        }
        if (weeks == 0) {
            return INTERMITTENT;
        }
        double mean = sum / weeks;
        boolean varied = squares / weeks / (mean * mean) - 1 >= VARIED;
        boolean seldom = (history.length - from) / weeks >= LONG_INTERVAL;
        return seldom ? (varied ? LUMPY : INTERMITTENT) : varied ? ERRATIC : SMOOTH;
    }

    /** As tables and answers write it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
