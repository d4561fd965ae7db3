package io.perennial.churn.feature;

import static io.perennial.churn.feature.FeatureDefinition.always;
import static io.perennial.churn.feature.FeatureDefinition.optional;
import static io.perennial.churn.feature.Scale.LINEAR;
import static io.perennial.churn.feature.Scale.LOG;
import static io.perennial.churn.feature.Unit.DATES;
import static io.perennial.churn.feature.Unit.DAYS;
import static io.perennial.churn.feature.Unit.SHARE;
import static io.perennial.churn.feature.Unit.TIMES;

import io.perennial.churn.history.HistoryView;

/** When a shopper orders: measured in days with an order, since two orders in an hour are one decision. */
final class Rhythm {

    static final FeatureDefinition DAYS_SINCE_ORDER = always(
            "days_since_order",
            DAYS,
            LOG,
            Rhythm::daysSinceOrder,
            "no order for {days_since_order}; usually every {mean_gap}",
            "no order for {days_since_order}");

    /** The same of somebody who may never have ordered. */
    static final FeatureDefinition DAYS_SINCE_ANY_ORDER = optional(
            "days_since_order",
            DAYS,
            LOG,
            past -> past.orders().isEmpty() ? Double.NaN : daysSinceOrder(past),
            "no order for {days_since_order}",
            "has not ordered yet");

    static final FeatureDefinition GAP_RATIO = optional(
            "gap_ratio",
            TIMES,
            LOG,
            Rhythm::gapRatio,
            "{gap_ratio} the usual time between orders ({mean_gap}) has passed",
            "ordered on one day only, so no rhythm is known");

    static final FeatureDefinition SILENCE_CHANCE = optional(
            "silence_chance",
            SHARE,
            LINEAR,
            Rhythm::silenceChance,
            "at the usual rhythm a silence this long has a chance of {silence_chance}",
            "ordered on one day only, so no rhythm is known");

    static final FeatureDefinition MEAN_GAP = optional(
            "mean_gap",
            DAYS,
            LOG,
            Rhythm::meanGap,
            "an order every {mean_gap} on average",
            "ordered on one day only, so no rhythm is known");

    static final FeatureDefinition GAP_VARIATION = optional(
            "gap_variation",
            SHARE,
            LINEAR,
            Rhythm::gapVariation,
            "the time between orders varies by {gap_variation}",
            "ordered on too few days to know how regularly");

    static final FeatureDefinition TENURE = always("tenure", DAYS, LOG, Rhythm::tenure, "first order {tenure} ago");

    static final FeatureDefinition ORDER_DAYS =
            always("order_days", DATES, LOG, past -> past.orderDays().length, "ordered on {order_days}");

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

    /** Of a silence as long as this one, where orders come at random at the shopper's own rate and the shopper is still there. */
    static double silenceChance(HistoryView past) {
        return Math.exp(-gapRatio(past));
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
