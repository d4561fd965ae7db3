package io.perennial.churn.scoring;

import io.perennial.churn.feature.FeatureVector;
import io.perennial.common.topic.ProfileState;
import org.jspecify.annotations.Nullable;

/** What the shop loses with a shopper, in its currency. */
final class ValueAtStake {

    /** Below it the lifetime value says next to nothing of the shopper alive. */
    private static final double ALIVE_FROM = 0.01;

    private ValueAtStake() {}

    /**
     * The lifetime value given that the shopper is alive, {@code expectedRevenue / probabilityAlive}: the probability of leaving
     * is the churn model's to say, and must not enter twice. Where there is none: the shopper's own revenue less refunds, scaled from
     * the tenure to the horizon, of a tenure shorter than that as it is.
     *
     * @return null where no amount of the shopper is known
     */
    static @Nullable Double of(@Nullable ProfileState state, FeatureVector features, int horizonDays) {
        ProfileState.Clv clv = state == null ? null : state.clv();
        if (clv != null && clv.probabilityAlive() >= ALIVE_FROM) {
            return clv.expectedRevenue().amount().doubleValue() / clv.probabilityAlive();
        }
        double revenue = features.value("revenue") * (1 - features.value("refund_share"));
        return revenue <= 0 ? null : (Double) (revenue * horizonDays / Math.max(features.value("tenure"), horizonDays));
    }
}
