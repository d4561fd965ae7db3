package io.perennial.recommendation.attribution;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an order, possibly only what was taken back of it. Merging is commutative, associative and idempotent: of
 * what names recommendations, of lines and of amounts the greatest version counts; marks once set stay; a refund counts
 * once, and of refunds the first {@value #MOST_REFUNDS} by key.
 *
 * @param named the latest completion that names recommendations
 * @param latest the latest lines, of that or of an update
 * @param amended the latest amount that was told without lines
 * @param refundedWhole a refund without products or amount was seen
 * @param refunds by key, what came back with each
 */
record AttributedOrder(
        Said named,
        Said latest,
        Amended amended,
        boolean cancelled,
        boolean refundedWhole,
        SortedMap<String, List<Returned>> refunds) {

    static final int MOST_REFUNDS = 20;

    /** For lines without a usable product id. */
    static final String NO_PRODUCT = "";

    static final AttributedOrder UNKNOWN = new AttributedOrder(Said.NOTHING, Said.NOTHING, Amended.NEVER, false, false);

    AttributedOrder {
        TreeMap<String, List<Returned>> first = new TreeMap<>(refunds);
        while (first.size() > MOST_REFUNDS) {
            first.pollLastEntry();
        }
        refunds = Collections.unmodifiableSortedMap(first);
    }

    private AttributedOrder(Said named, Said latest, Amended amended, boolean cancelled, boolean refundedWhole) {
        this(named, latest, amended, cancelled, refundedWhole, new TreeMap<>());
    }

    /**
     * A product of an order.
     *
     * @param nonce of the recommendation it came of; null: of none
     * @param amount what it brought, in the shop's currency
     */
    record Line(String product, @Nullable Long nonce, BigDecimal units, BigDecimal amount) {

        Line plus(Line more) {
            return new Line(product, nonce, units.add(more.units), amount.add(more.amount));
        }
    }

    /** Lines, and the recommendation that products have which no line named; the greatest version counts, the empty one least. */
    record Said(String version, @Nullable Long whole, List<Line> lines) {

        static final Said NOTHING = new Said("", null, List.of());

        Said later(Said other) {
            return version.compareTo(other.version) >= 0 ? this : other;
        }
    }

    /** An amount for the whole order. */
    record Amended(String version, BigDecimal amount) {

        static final Amended NEVER = new Amended("", BigDecimal.ZERO);

        Amended later(Amended other) {
            return version.compareTo(other.version) >= 0 ? this : other;
        }
    }

    /**
     * What a refund gave back.
     *
     * @param product {@link #NO_PRODUCT} for an amount that is of no product
     * @param amount null where only the units are known
     */
    record Returned(
            String product, BigDecimal units, @Nullable BigDecimal amount) {}

    static AttributedOrder completed(Said said) {
        return new AttributedOrder(said, said, Amended.NEVER, false, false);
    }

    static AttributedOrder updated(Said said) {
        return new AttributedOrder(Said.NOTHING, said, Amended.NEVER, false, false);
    }

    static AttributedOrder amended(Amended amended) {
        return new AttributedOrder(Said.NOTHING, Said.NOTHING, amended, false, false);
    }

    static AttributedOrder calledOff() {
        return new AttributedOrder(Said.NOTHING, Said.NOTHING, Amended.NEVER, true, false);
    }

    static AttributedOrder refunded() {
        return new AttributedOrder(Said.NOTHING, Said.NOTHING, Amended.NEVER, false, true);
    }

    static AttributedOrder refunded(String key, List<Returned> lines) {
        TreeMap<String, List<Returned>> refunds = new TreeMap<>();
        refunds.put(key, lines);
        return new AttributedOrder(Said.NOTHING, Said.NOTHING, Amended.NEVER, false, false, refunds);
    }

    AttributedOrder merge(AttributedOrder other) {
        TreeMap<String, List<Returned>> all = new TreeMap<>(refunds);
        all.putAll(other.refunds);
        return new AttributedOrder(
                named.later(other.named),
                latest.later(other.latest),
                amended.later(other.amended),
                cancelled || other.cancelled,
                refundedWhole || other.refundedWhole,
                all);
    }

    /** The recommendations it names. */
    Set<Long> nonces() {
        Set<Long> nonces = new TreeSet<>();
        for (Line line : named.lines) {
            if (line.nonce != null) {
                nonces.add(line.nonce);
            }
        }
        return nonces;
    }

    /**
     * What it brings each recommendation it names, as things stand: the share of the product's units that came of the
     * recommendation, of what is left of the product. It is an order for a recommendation as long as it has a product of it.
     */
    SortedMap<Long, Sale> sales() {
        SortedMap<String, BigDecimal> left = left();
        SortedMap<String, Line> bought = byProduct(named.lines);
        SortedMap<Long, Sale> sales = new TreeMap<>();
        for (Line line : named.lines) {
            Long nonce = line.nonce;
            if (nonce != null) {
                BigDecimal units = Objects.requireNonNull(bought.get(line.product)).units;
                BigDecimal amount = left.get(line.product);
                Sale sale = amount == null ? Sale.NONE : new Sale(true, part(amount, line.units, units));
                sales.merge(nonce, sale, Sale::plus);
            }
        }
        Long whole = named.whole;
        if (whole != null) {
            left.forEach((product, amount) -> {
                if (!bought.containsKey(product)) {
                    sales.merge(whole, new Sale(true, amount), Sale::plus);
                }
            });
        }
        sales.replaceAll((nonce, sale) -> sale.rounded());
        return sales;
    }

    /**
     * By product what it brought less what came back of it, at least zero; empty where the order was cancelled. What came
     * back of no product, or of one that the order does not have, is taken from what is left of all of them alike.
     */
    private SortedMap<String, BigDecimal> left() {
        SortedMap<String, BigDecimal> left = new TreeMap<>();
        if (cancelled) {
            return left;
        }
        SortedMap<String, Line> bought = bought();
        bought.forEach((product, line) -> left.put(product, refundedWhole ? BigDecimal.ZERO : line.amount));
        BigDecimal ofNone = BigDecimal.ZERO;
        for (List<Returned> refund : refunds.values()) {
            for (Returned returned : refund) {
                Line line = returned.product.equals(NO_PRODUCT) ? null : bought.get(returned.product);
                if (line != null) {
                    left.merge(returned.product, worth(returned, line), BigDecimal::subtract);
                } else if (returned.amount != null) {
                    ofNone = ofNone.add(returned.amount);
                }
            }
        }
        left.replaceAll((product, amount) -> amount.max(BigDecimal.ZERO));
        BigDecimal sum = left.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return scaled(left, sum, sum.subtract(ofNone).max(BigDecimal.ZERO));
    }

    /** Its lines by product, at the amount that was said last. */
    private SortedMap<String, Line> bought() {
        SortedMap<String, Line> bought = byProduct(latest.lines);
        if (amended.version.compareTo(latest.version) > 0) {
            BigDecimal sum = bought.values().stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            bought.replaceAll((product, line) -> sum.signum() == 0
                    ? line
                    : new Line(product, null, line.units, part(line.amount, amended.amount, sum)));
        }
        return bought;
    }

    private static SortedMap<String, BigDecimal> scaled(
            SortedMap<String, BigDecimal> amounts, BigDecimal sum, BigDecimal wanted) {
        if (sum.compareTo(wanted) != 0) {
            amounts.replaceAll((product, amount) -> part(amount, wanted, sum));
        }
        return amounts;
    }

    private static BigDecimal worth(Returned returned, Line line) {
        return returned.amount != null
                ? returned.amount
                : part(line.amount, returned.units.min(line.units), line.units);
    }

    private static BigDecimal part(BigDecimal amount, BigDecimal some, BigDecimal all) {
        return some.compareTo(all) == 0 ? amount : amount.multiply(some).divide(all, MathContext.DECIMAL64);
    }

    private static SortedMap<String, Line> byProduct(List<Line> lines) {
        SortedMap<String, Line> byProduct = new TreeMap<>();
        lines.forEach(line -> byProduct.merge(line.product, line, Line::plus));
        return byProduct;
    }
}
