package io.perennial.churn.retention;

import io.perennial.churn.evaluation.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * How likely a shopper is to leave by tenure: of an interval of tenure, who left in it over the days all were there in it (the
 * occurrence/exposure rate of a life table), with the 95 % interval of a Poisson count (Byar's approximation).
 *
 * @param fromDays begin of the interval
 * @param toDays its end
 * @param exposureDays days of all shoppers in it
 * @param perThirtyDays leaving, for each shopper and 30 days
 */
record Hazard(double fromDays, double toDays, int ended, double exposureDays, Interval perThirtyDays) {

    private static final double Z_95 = 1.959964;

    /** Of each interval in which anybody was. */
    static List<Hazard> byTenure(List<Lifetime> lifetimes, double step) {
        double longest = lifetimes.stream().mapToDouble(Lifetime::days).max().orElse(0);
        List<Hazard> hazards = new ArrayList<>();
        for (double from = 0; from < longest; from += step) {
            double to = from + step;
            double exposure = 0;
            int ended = 0;
            for (Lifetime lifetime : lifetimes) {
                exposure += Math.max(0, Math.min(lifetime.days(), to) - from);
                ended += lifetime.ended() && lifetime.days() > from && lifetime.days() <= to ? 1 : 0;
            }
            if (exposure > 0) {
                double scale = 30 / exposure;
                hazards.add(new Hazard(
                        from,
                        to,
                        ended,
                        exposure,
                        new Interval(ended * scale, low(ended) * scale, high(ended) * scale)));
            }
        }
        return List.copyOf(hazards);
    }

    private static double low(int count) {
        return count == 0 ? 0 : count * Math.pow(1 - 1 / (9.0 * count) - Z_95 / (3 * Math.sqrt(count)), 3);
    }

    private static double high(int count) {
        double next = count + 1.0;
        return next * Math.pow(1 - 1 / (9 * next) + Z_95 / (3 * Math.sqrt(next)), 3);
    }
}
