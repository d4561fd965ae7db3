package io.perennial.churn.drift;

import io.perennial.churn.history.Activity;
import io.perennial.churn.history.HistoryView;
import io.perennial.churn.history.PlacedOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * What came in on each of the last days (of 24 hours, the latest ending at the as-of time): a broken tracker or a wrong price shows
 * here at once, in features only when it has reached enough shoppers.
 */
public final class DailyFlow {

    /** The first of the days it is compared with: not the ones between, which may be just as broken. */
    private static final int FIRST = 3;

    private static final int COMPARED = 28;
    private static final int DAYS = FIRST + COMPARED;
    private static final double SIGMAS = 4;
    private static final double NOTABLE = 0.3;
    private static final double ENOUGH = 5;
    private static final int ENOUGH_DAYS = 14;

    private static final long DAY_MILLIS = 86_400_000;

    private final Instant asOf;
    private final double[] orders = new double[DAYS];
    private final double[] buyers = new double[DAYS];
    private final double[] visitors = new double[DAYS];
    private final double[] withoutAmount = new double[DAYS];
    private final double[] logAmounts = new double[DAYS];
    private final double[] squares = new double[DAYS];

    public DailyFlow(Instant asOf) {
        this.asOf = asOf;
    }

    /** Adds a shopper's past as it stood at the as-of time. */
    public void add(HistoryView past) {
        boolean[] bought = new boolean[DAYS];
        for (PlacedOrder order : past.orders()) {
            int day = day(order.placedAt().toEpochMilli());
            if (day < DAYS) {
                orders[day]++;
                bought[day] = true;
                double logAmount = Math.log(Math.max(order.amount(), 0.01));
                if (order.amount() <= 0) {
                    withoutAmount[day]++;
                } else {
                    logAmounts[day] += logAmount;
                    squares[day] += logAmount * logAmount;
                }
            }
        }
        boolean[] came = new boolean[DAYS];
        for (long moment : past.moments(Activity.VISIT)) {
            int day = day(moment);
            if (day < DAYS) {
                came[day] = true;
            }
        }
        for (int day = 0; day < DAYS; day++) {
            buyers[day] += bought[day] ? 1 : 0;
            visitors[day] += came[day] ? 1 : 0;
        }
    }

    /** The latest day against those before; where these are too few or too empty to tell, it is left out. */
    public List<QualityCheck> checks() {
        List<QualityCheck> checks = new ArrayList<>();
        count("orders_a_day", orders, checks);
        count("buyers_a_day", buyers, checks);
        count("visitors_a_day", visitors, checks);
        amount(checks);
        missingAmounts(checks);
        return List.copyOf(checks);
    }

    private int day(long at) {
        return (int) Math.min(DAYS, (asOf.toEpochMilli() - at) / DAY_MILLIS);
    }

    /** Along the line through the days before, since shops grow; counts vary at least as chance has them (Poisson). */
    private static void count(String name, double[] days, List<QualityCheck> checks) {
        double mean = mean(day -> days[day]);
        if (mean < ENOUGH || known(days) < ENOUGH_DAYS) {
            return;
        }
        double middle = (FIRST + DAYS - 1) / 2.0;
        double spread = mean(day -> (day - middle) * (day - middle)) * COMPARED;
        double slope = mean(day -> (day - middle) * (days[day] - mean)) * COMPARED / spread;
        double expected = Math.max(0, mean - slope * middle);
        double variance = mean(day -> square(days[day] - mean - slope * (day - middle))) * COMPARED / (COMPARED - 2);
        double error = Math.sqrt(Math.max(variance, expected) * (1 + 1.0 / COMPARED + middle * middle / spread));
        checks.add(QualityCheck.of(name, days[0], expected, SIGMAS * error, NOTABLE * expected));
    }

    private static double square(double value) {
        return value * value;
    }

    /** Of amounts the geometric mean: one large order is no news. */
    private void amount(List<QualityCheck> checks) {
        double count = 0;
        double sum = 0;
        double square = 0;
        for (int day = FIRST; day < DAYS; day++) {
            count += orders[day] - withoutAmount[day];
            sum += logAmounts[day];
            square += squares[day];
        }
        double latest = orders[0] - withoutAmount[0];
        if (latest < ENOUGH || count < ENOUGH * ENOUGH_DAYS) {
            return;
        }
        double mean = sum / count;
        double error = Math.sqrt(Math.max(0, square / count - mean * mean) * (1 / latest + 1 / count));
        QualityCheck logs =
                QualityCheck.of("order_amount", logAmounts[0] / latest, mean, SIGMAS * error, Math.log1p(NOTABLE));
        checks.add(new QualityCheck(
                logs.name(),
                Math.exp(logs.value()),
                Math.exp(mean),
                Math.exp(logs.low()),
                Math.exp(logs.high()),
                logs.flagged()));
    }

    private void missingAmounts(List<QualityCheck> checks) {
        double placed = mean(day -> orders[day]) * COMPARED;
        if (orders[0] < ENOUGH || placed < ENOUGH * ENOUGH_DAYS) {
            return;
        }
        double share = mean(day -> withoutAmount[day]) * COMPARED / placed;
        double smoothed = (share * placed + 1) / (placed + 2);
        double error = Math.sqrt(smoothed * (1 - smoothed) * (1 / orders[0] + 1 / placed));
        checks.add(QualityCheck.of("orders_without_amount", withoutAmount[0] / orders[0], share, SIGMAS * error, 0.1));
    }

    private static int known(double[] days) {
        int known = 0;
        for (int day = FIRST; day < DAYS; day++) {
            known += days[day] > 0 ? 1 : 0;
        }
        return known;
    }

    /** Over the days before the latest. */
    private static double mean(IntToDoubleFunction day) {
        double sum = 0;
        for (int i = FIRST; i < DAYS; i++) {
            sum += day.applyAsDouble(i);
        }
        return sum / COMPARED;
    }
}
