package io.perennial.churn.feature;

import static io.perennial.churn.feature.FeatureDefinition.always;
import static io.perennial.churn.feature.Scale.LINEAR;
import static io.perennial.churn.feature.Scale.LOG;
import static io.perennial.churn.feature.Unit.MONEY;
import static io.perennial.churn.feature.Unit.SHARE;

import io.perennial.churn.history.HistoryView;
import io.perennial.churn.history.PlacedOrder;
import java.util.List;

/** What a shopper spends, in the shop's currency; refunds are a feature of their own. */
final class Spending {

    static final FeatureDefinition REVENUE = always("revenue", MONEY, LOG, Spending::total, "spent {revenue} in all");

    static final FeatureDefinition REVENUE_90 =
            always("revenue_90", MONEY, LOG, Spending::lastQuarter, "spent {revenue_90} in the last 90 days");

    static final FeatureDefinition LAST_ORDER_VALUE =
            always("last_order_value", MONEY, LOG, Spending::lastOrder, "the last order was worth {last_order_value}");

    static final FeatureDefinition REFUNDS =
            always("refunds", Unit.REFUNDS, LOG, past -> past.refunds().size(), "{refunds}");

    static final FeatureDefinition REFUND_SHARE =
            always("refund_share", SHARE, LINEAR, Spending::refundShare, "{refund_share} of the spending was refunded");

    static final FeatureDefinition DISCOUNT_SHARE = always(
            "discount_share", SHARE, LINEAR, Spending::discountShare, "{discount_share} of the prices was taken off");

    private Spending() {}

    static double total(HistoryView past) {
        return sum(past.orders());
    }

    static double lastQuarter(HistoryView past) {
        return sum(past.latest(90));
    }

    static double lastOrder(HistoryView past) {
        return past.orders().getLast().amount();
    }

    /** Refunded over spent, between 0 and 1. */
    static double refundShare(HistoryView past) {
        double refunded = past.refunded();
        double spent = total(past);
        if (refunded <= 0) {
            return 0;
        }
        return spent <= 0 ? 1 : Math.min(1, refunded / spent);
    }

    /** What was taken off over what everything would have cost, between 0 and 1. */
    static double discountShare(HistoryView past) {
        double discount = 0;
        for (PlacedOrder order : past.orders()) {
            discount += order.discount();
        }
        return discount <= 0 ? 0 : discount / (discount + Math.max(0, total(past)));
    }

    private static double sum(List<PlacedOrder> orders) {
        double sum = 0;
        for (PlacedOrder order : orders) {
            sum += order.amount();
        }
        return sum;
    }
}
