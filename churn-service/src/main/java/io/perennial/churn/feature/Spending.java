package io.perennial.churn.feature;

import io.perennial.churn.history.HistoryView;
import io.perennial.churn.history.PlacedOrder;
import java.util.List;

/** What a shopper spends, in the shop's currency; refunds are a feature of their own. */
final class Spending {

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

    private static double sum(List<PlacedOrder> orders) {
        double sum = 0;
        for (PlacedOrder order : orders) {
            sum += order.amount();
        }
        return sum;
    }
}
