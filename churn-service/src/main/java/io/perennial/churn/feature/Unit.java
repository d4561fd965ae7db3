package io.perennial.churn.feature;

import java.math.BigDecimal;
import java.math.RoundingMode;

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
    SESSIONS("session", "sessions"),
    REVIEWS("review", "reviews"),
    MESSAGES("message", "messages"),
    HOURS("hour", "hours"),
    MINUTES("minute", "minutes"),
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
            case MONEY -> decimal(value, 2);
            case SHARE -> Math.round(value * 100) + " %";
            case TIMES -> decimal(value, 1) + " times";
            case DAYS -> Math.round(value) == 0 ? "less than a day" : counted(Math.round(value));
            case MINUTES -> Math.round(value) == 0 ? "less than a minute" : counted(Math.round(value));
            case DATES, ORDERS, REFUNDS, PRODUCTS, CATEGORIES, SESSIONS, REVIEWS, MESSAGES, HOURS ->
                counted(Math.round(value));
        };
    }

    private static String decimal(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
    }

    private String counted(long count) {
        return count == 0 ? "no " + many : count + " " + (count == 1 ? one : many);
    }
}
