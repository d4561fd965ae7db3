package io.perennial.churn.feature;

import io.perennial.churn.history.HistoryView;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** When a shopper orders: measured in days with an order, since two orders in an hour are one decision. */
final class Rhythm {

    private Rhythm() {}

    static double daysSinceOrder(HistoryView past) {
        return past.daysSince(past.orders().getLast().placedAt());
    }

    static double tenure(HistoryView past) {
        return past.daysSince(past.orders().getFirst().placedAt());
    }

    /** Mean days between days with an order; missing with one such day. */
    static double meanGap(HistoryView past) {
        return gaps(past).stream().mapToLong(Long::longValue).average().orElse(Double.NaN);
    }

    /** How many of the shopper's own mean gaps have passed since the last order. */
    static double gapRatio(HistoryView past) {
        return daysSinceOrder(past) / meanGap(past);
    }

    /** Standard deviation of the gaps over their mean; missing with less than two gaps. */
    static double gapVariation(HistoryView past) {
        List<Long> gaps = gaps(past);
        if (gaps.size() < 2) {
            return Double.NaN;
        }
        double mean = gaps.stream().mapToLong(Long::longValue).average().orElseThrow();
        double squares =
                gaps.stream().mapToDouble(gap -> (gap - mean) * (gap - mean)).sum();
        return Math.sqrt(squares / gaps.size()) / mean;
    }

    private static List<Long> gaps(HistoryView past) {
        List<Long> gaps = new ArrayList<>();
        LocalDate previous = null;
        for (LocalDate day : past.orderDays()) {
            if (previous != null) {
                gaps.add(ChronoUnit.DAYS.between(previous, day));
            }
            previous = day;
        }
        return gaps;
    }
}
