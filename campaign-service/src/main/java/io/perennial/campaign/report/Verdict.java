package io.perennial.campaign.report;

/** The report in one sentence; pure. */
final class Verdict {

    private static final long FEWEST_SHOPPERS = 50;
    private static final long FEWEST_CONVERSIONS = 5;
    private static final double SUSPICIOUS = 0.001;

    private Verdict() {}

    static boolean ratioIsSuspicious(double p) {
        return p < SUSPICIOUS;
    }

    /** @param lift of the conversion rate; looked at only if both arms have shoppers */
    static String of(Arm treated, Arm heldOut, Interval lift, double sampleRatioP) {
        if (ratioIsSuspicious(sampleRatioP)) {
            return "do not trust it: the arms' sizes are not what the draw gives, so something removes shoppers of one arm";
        }
        if (treated.shoppers() < FEWEST_SHOPPERS || heldOut.shoppers() < FEWEST_SHOPPERS) {
            return "not enough data: each arm needs at least " + FEWEST_SHOPPERS + " shoppers";
        }
        if (treated.converted() + heldOut.converted() < FEWEST_CONVERSIONS) {
            return "not enough data: at least " + FEWEST_CONVERSIONS + " shoppers must have ordered";
        }
        if (lift.isAboveZero()) {
            return "it works: more of the treated order";
        }
        return lift.isBelowZero()
                ? "it harms: fewer of the treated order"
                : "no effect shown: the interval contains zero";
    }
}
