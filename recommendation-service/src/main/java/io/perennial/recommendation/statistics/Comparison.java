package io.perennial.recommendation.statistics;

/** An arm against the control: the difference of a metric, with its interval. */
public final class Comparison {

    /**
     * Where the always-valid interval is tightest: at about nine times this, counted as control × arm / (control + arm)
     * shoppers; fixed in advance, as the guarantee needs.
     */
    private static final double MIXTURE = 500;

    private Comparison() {}

    /** How an interval may be used. */
    public enum Validity {
        /** Read once, at the planned number of shoppers. */
        FIXED_HORIZON("fixed-horizon: valid read once, at plannedShoppers"),
        /** Read at any time and as often as one likes. */
        ALWAYS_VALID("always-valid: may be read at any time");

        private final String text;

        Validity(String text) {
            this.text = text;
        }

        /** The same in words. */
        public String text() {
            return text;
        }
    }

    /**
     * The arm's value less the control's.
     *
     * @param alpha how often the interval may miss the truth, over all its readings
     */
    public static Interval of(Ratio control, Ratio arm, Validity validity, double alpha) {
        double difference = arm.value() - control.value();
        double variance = control.variance() + arm.variance();
        double half = switch (validity) {
            case FIXED_HORIZON -> Distributions.normalQuantile(1 - alpha / 2) * Math.sqrt(variance);
            case ALWAYS_VALID -> alwaysValid(control.shoppers(), arm.shoppers(), variance, alpha);
        };
        return new Interval(difference, difference - half, difference + half);
    }

    /**
     * Half the width of an asymptotic confidence sequence by the normal mixture (H. Robbins, Annals of Mathematical
     * Statistics 41, 1970; I. Waudby-Smith, D. Arbour, R. Sinha, E. H. Kennedy and A. Ramdas, Annals of Statistics 52,
     * 2024).
     */
    private static double alwaysValid(double control, double arm, double variance, double alpha) {
        if (!(variance < Double.POSITIVE_INFINITY)) {
            return Double.POSITIVE_INFINITY;
        }
        double time = control * arm / (control + arm);
        double deviation = Math.sqrt(variance * time);
        double both = time + MIXTURE;
        return deviation * Math.sqrt(both * Math.log(both / (MIXTURE * alpha * alpha))) / time;
    }
}
