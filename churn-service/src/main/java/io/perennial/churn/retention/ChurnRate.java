package io.perennial.churn.retention;

import io.perennial.churn.evaluation.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The share of shoppers that leave in a week, week by week, and what is to be expected.
 *
 * @param weeks oldest first, the last ending now
 * @param forecast of the next weeks, between 0 and 1; empty below eight weeks with a rate
 * @param backTest how good such forecasts were; null below eight weeks with a rate
 */
record ChurnRate(List<Week> weeks, List<Interval> forecast, ExponentialSmoothing.@Nullable BackTest backTest) {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int ENOUGH = 8;
    private static final int AHEAD = 4;

    /** Who was there when the week began, and who of them left in it; a rate where anybody was. */
    record Week(Instant from, int there, int left, @Nullable Double rate) {}

    static ChurnRate of(List<Lifetime> lifetimes, Instant asOf, int count) {
        List<Week> weeks = new ArrayList<>();
        for (int back = count; back >= 1; back--) {
            weeks.add(week(lifetimes, asOf.minus(WEEK.multipliedBy(back))));
        }
        double[] rates = weeks.stream()
                .map(Week::rate)
                .filter(rate -> rate != null)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return rates.length < ENOUGH
                ? new ChurnRate(List.copyOf(weeks), List.of(), null)
                : new ChurnRate(
                        List.copyOf(weeks),
                        ExponentialSmoothing.fit(rates).forecast(AHEAD).stream()
                                .map(said ->
                                        new Interval(within(said.value()), within(said.low()), within(said.high())))
                                .toList(),
                        ExponentialSmoothing.backTest(rates));
    }

    private static Week week(List<Lifetime> lifetimes, Instant from) {
        int there = 0;
        int left = 0;
        for (Lifetime lifetime : lifetimes) {
            boolean begun = !lifetime.from().isAfter(from);
            if (begun && (!lifetime.ended() || lifetime.end().isAfter(from))) {
                there++;
                left += lifetime.ended() && !lifetime.end().isAfter(from.plus(WEEK)) ? 1 : 0;
            }
        }
        return new Week(from, there, left, there == 0 ? null : (Double) ((double) left / there));
    }

    private static double within(double share) {
        return Math.clamp(share, 0, 1);
    }
}
