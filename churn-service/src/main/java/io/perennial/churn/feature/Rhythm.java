package io.perennial.churn.feature;

import io.perennial.churn.history.HistoryView;

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
        long[] days = past.orderDays();
        int gaps = days.length - 1;
        return gaps == 0 ? Double.NaN : (double) (days[gaps] - days[0]) / gaps;
    }

    /** How many of the shopper's own mean gaps have passed since the last order. */
    static double gapRatio(HistoryView past) {
        return daysSinceOrder(past) / meanGap(past);
    }

    /** Standard deviation of the gaps over their mean; missing with less than two gaps. */
    static double gapVariation(HistoryView past) {
        long[] days = past.orderDays();
        int gaps = days.length - 1;
        if (gaps < 2) {
            return Double.NaN;
        }
        double mean = meanGap(past);
        double squares = 0;
        for (int i = 0; i < gaps; i++) {
            double distance = days[i + 1] - days[i] - mean;
            squares += distance * distance;
        }
        return Math.sqrt(squares / gaps) / mean;
    }
}
