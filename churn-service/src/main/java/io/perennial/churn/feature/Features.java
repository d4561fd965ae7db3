package io.perennial.churn.feature;

import static io.perennial.churn.feature.FeatureDefinition.always;
import static io.perennial.churn.feature.FeatureDefinition.optional;
import static io.perennial.churn.feature.Scale.LINEAR;
import static io.perennial.churn.feature.Scale.LOG;
import static io.perennial.churn.feature.Unit.CATEGORIES;
import static io.perennial.churn.feature.Unit.DATES;
import static io.perennial.churn.feature.Unit.DAYS;
import static io.perennial.churn.feature.Unit.MONEY;
import static io.perennial.churn.feature.Unit.ORDERS;
import static io.perennial.churn.feature.Unit.PRODUCTS;
import static io.perennial.churn.feature.Unit.REFUNDS;
import static io.perennial.churn.feature.Unit.SHARE;
import static io.perennial.churn.feature.Unit.TIMES;

import io.perennial.churn.history.Activity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All features, in the order of the model's columns. A new one is a line here and a calculation in a package class. */
public final class Features {

    /** The definitions; a shopper without any order has no features at all. */
    public static final List<FeatureDefinition> ALL = List.of(
            always(
                    "days_since_order",
                    DAYS,
                    LOG,
                    Rhythm::daysSinceOrder,
                    "no order for {days_since_order}; usually every {mean_gap}",
                    "no order for {days_since_order}"),
            optional(
                    "gap_ratio",
                    TIMES,
                    LOG,
                    Rhythm::gapRatio,
                    "{gap_ratio} the usual time between orders ({mean_gap}) has passed",
                    "ordered on one day only, so no rhythm is known"),
            optional(
                    "mean_gap",
                    DAYS,
                    LOG,
                    Rhythm::meanGap,
                    "an order every {mean_gap} on average",
                    "ordered on one day only, so no rhythm is known"),
            optional(
                    "gap_variation",
                    SHARE,
                    LINEAR,
                    Rhythm::gapVariation,
                    "the time between orders varies by {gap_variation}",
                    "ordered on too few days to know how regularly"),
            always("tenure", DAYS, LOG, Rhythm::tenure, "first order {tenure} ago"),
            always("order_days", DATES, LOG, past -> past.orderDays().length, "ordered on {order_days}"),
            always("orders", ORDERS, LOG, past -> past.orders().size(), "{orders} in all"),
            always("orders_30", ORDERS, LOG, past -> past.ordersWithin(30), "{orders_30} in the last 30 days"),
            always("orders_90", ORDERS, LOG, past -> past.ordersWithin(90), "{orders_90} in the last 90 days"),
            always("orders_180", ORDERS, LOG, past -> past.ordersWithin(180), "{orders_180} in the last 180 days"),
            always("revenue", MONEY, LOG, Spending::total, "spent {revenue} in all"),
            always("revenue_90", MONEY, LOG, Spending::lastQuarter, "spent {revenue_90} in the last 90 days"),
            always("last_order_value", MONEY, LOG, Spending::lastOrder, "the last order was worth {last_order_value}"),
            always("refunds", REFUNDS, LOG, past -> past.refunds().size(), "{refunds}"),
            always("refund_share", SHARE, LINEAR, Spending::refundShare, "{refund_share} of the spending was refunded"),
            always("order_breadth", PRODUCTS, LOG, Breadth::mean, "{order_breadth} in an order on average"),
            always("last_order_breadth", PRODUCTS, LOG, Breadth::last, "{last_order_breadth} in the last order"),
            optional(
                    "categories",
                    CATEGORIES,
                    LOG,
                    Breadth::categories,
                    "bought from {categories}",
                    "no category of what was bought is known"),
            optional(
                    "days_since_visit",
                    DAYS,
                    LOG,
                    past -> Visits.daysSinceLast(past, Activity.VISIT),
                    "last visit {days_since_visit} ago",
                    "no visit is known"),
            always("visit_days_30", DATES, LOG, Visits::activeDays, "active on {visit_days_30} of the last 30"),
            always(
                    "visit_days_since_order",
                    DATES,
                    LOG,
                    past -> Visits.daysSinceOrder(past, Activity.VISIT),
                    "came back on {visit_days_since_order} since the last order"),
            always(
                    "cart_days_since_order",
                    DATES,
                    LOG,
                    past -> Visits.daysSinceOrder(past, Activity.CART),
                    "used the cart on {cart_days_since_order} since the last order"));

    /** The model's columns: the features, then {@code <name>.missing} of the optional ones. */
    public static final List<String> COLUMNS;

    /** Names what the features mean: models of another hash are not used. */
    public static final String HASH =
            sha256(ALL.stream().map(FeatureDefinition::signature).collect(Collectors.joining("\n")));

    static final Scale[] SCALES = ALL.stream().map(FeatureDefinition::scale).toArray(Scale[]::new);

    private static final int[] INDICATED;
    private static final Map<String, Integer> INDICES;

    static {
        List<String> columns =
                new ArrayList<>(ALL.stream().map(FeatureDefinition::name).toList());
        List<Integer> indicated = new ArrayList<>();
        for (int feature = 0; feature < ALL.size(); feature++) {
            if (ALL.get(feature).optional()) {
                columns.add(ALL.get(feature).name() + ".missing");
                indicated.add(feature);
            }
        }
        COLUMNS = List.copyOf(columns);
        INDICES = IntStream.range(0, ALL.size())
                .boxed()
                .collect(Collectors.toUnmodifiableMap(i -> ALL.get(i).name(), i -> i));
        INDICATED = indicated.stream().mapToInt(Integer::intValue).toArray();
    }

    private Features() {}

    /** Which feature a column belongs to. */
    public static int featureOf(int column) {
        return column < ALL.size() ? column : INDICATED[column - ALL.size()];
    }

    static int indexOf(String name) {
        Integer index = INDICES.get(name);
        if (index == null) {
            throw new IllegalArgumentException("no feature " + name);
        }
        return index;
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
