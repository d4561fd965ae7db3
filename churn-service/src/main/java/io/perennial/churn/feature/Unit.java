package io.perennial.churn.feature;

import java.util.Locale;

/** What a feature counts or measures, and how its value reads in a sentence. */
public enum Unit {
    /** A span of time. */
    DAYS("day", "days"),
    /** How many days something happened on. */
    DATES("day", "days"),
    ORDERS("order", "orders"),
    REFUNDS("refund", "refunds"),
    PRODUCTS("product", "products"),
    CATEGORIES("category", "categories"),
    /** In the shop's currency. */
    MONEY("", ""),
    /** A ratio to a whole, 0.25 reads 25 %. */
    SHARE("", ""),
    /** A ratio to something usual. */
    TIMES("", "");

    private final String one;
    private final String many;

    Unit(String one, String many) {
        this.one = one;
        this.many = many;
    }

    /** The value in words, e.g. {@code 47 days}, {@code no orders}, {@code 2.6 times}. */
    String words(double value) {
        return switch (this) {
            case MONEY -> String.format(Locale.ROOT, "%.2f", value);
            case SHARE -> String.format(Locale.ROOT, "%.0f %%", value * 100);
            case TIMES -> String.format(Locale.ROOT, "%.1f times", value);
            case DAYS -> Math.round(value) == 0 ? "less than a day" : counted(Math.round(value));
            case DATES, ORDERS, REFUNDS, PRODUCTS, CATEGORIES -> counted(Math.round(value));
        };
    }

    private String counted(long count) {
        return count == 0 ? "no " + many : count + " " + (count == 1 ? one : many);
    }
}
