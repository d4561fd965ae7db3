package io.perennial.churn.feature;

import static io.perennial.churn.feature.FeatureDefinition.always;
import static io.perennial.churn.feature.Scale.LOG;
import static io.perennial.churn.feature.Unit.ORDERS;

/** How many orders a shopper placed, in all and lately. */
final class Orders {

    static final FeatureDefinition ALL =
            always("orders", ORDERS, LOG, past -> past.orders().size(), "{orders} in all");

    static final FeatureDefinition OF_30_DAYS = within(30);
    static final FeatureDefinition OF_90_DAYS = within(90);
    static final FeatureDefinition OF_180_DAYS = within(180);

    private Orders() {}

    private static FeatureDefinition within(int days) {
        String name = "orders_" + days;
        return always(
                name, ORDERS, LOG, past -> past.ordersWithin(days), "{" + name + "} in the last " + days + " days");
    }
}
