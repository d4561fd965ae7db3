package io.perennial.recommendation.catalog;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A field of a feed row: how it is read from JSON, and what to say where it cannot be. */
enum FeedField {
    NAME("name", "a text of at most 300 characters"),
    DESCRIPTION("description", "a text of at most 5000 characters"),
    CATEGORY(
            "category",
            "a text of at most 300 characters, or its path as an array of at most 10 texts from wide to narrow"),
    BRAND("brand", "a text of at most 300 characters"),
    PRICE("price", "a number of at least 0 in the shop's currency, or {\"amount\", \"currency\"} in it"),
    MARGIN("margin", "what is left of the price, a number from -1 to 1 (0.4: 40 %)"),
    LANGUAGE("language", "a language tag such as en or pt-BR (BCP 47)"),
    ATTRIBUTES(
            "attributes",
            "an object of at most 100 names of at most 60 characters, each with a text of at most 300, a number, true, false,"
                    + " or an array of at most 20 of these"),
    URL("url", "an absolute http or https address"),
    IMAGE_URL("imageUrl", "an absolute http or https address"),
    STOCK("stock", "a whole number of at least 0; null where stock is not counted"),
    AVAILABLE("available", "true or false"),
    RECOMMENDABLE("recommendable", "true or false");

    private static final int LONGEST_DESCRIPTION = 5_000;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private final String json;
    private final String expected;

    FeedField(String json, String expected) {
        this.json = json;
        this.expected = expected;
    }

    String json() {
        return json;
    }

    String expected() {
        return expected;
    }

    /** The value to keep; null where it is not what is expected. */
    @Nullable Object read(Object value, Currency shop) {
        return switch (this) {
            case NAME, BRAND -> text(value);
            case DESCRIPTION -> description(value);
            case CATEGORY -> FeedAttributes.category(value);
            case MARGIN -> margin(value);
            case LANGUAGE -> language(value);
            case ATTRIBUTES -> FeedAttributes.read(value);
            case PRICE -> price(value, shop);
            case URL, IMAGE_URL -> url(value);
            case STOCK -> stock(value);
            case AVAILABLE, RECOMMENDABLE -> flag(value);
        };
    }

    private static @Nullable String text(Object value) {
        return value instanceof String text && text.length() <= LearntAttribute.LONGEST_TEXT
                ? LearntAttribute.text(text)
                : null;
    }

    private static @Nullable String description(Object value) {
        return value instanceof String text && text.length() <= LONGEST_DESCRIPTION && !text.isBlank()
                ? CONTROL.matcher(text).replaceAll(" ").strip()
                : null;
    }

    private static @Nullable BigDecimal margin(Object value) {
        BigDecimal number = number(value);
        return number != null && number.abs().compareTo(BigDecimal.ONE) <= 0 ? number : null;
    }

    private static @Nullable String language(Object value) {
        return value instanceof String text && LANGUAGE_TAG.matcher(text).matches() ? text : null;
    }

    private static @Nullable String url(Object value) {
        return value instanceof String text ? LearntAttribute.url(text) : null;
    }

    private static @Nullable BigDecimal price(Object value, Currency shop) {
        boolean money = value instanceof Map<?, ?> map && shop.getCurrencyCode().equals(map.get("currency"));
        Object amount = money ? ((Map<?, ?>) value).get("amount") : value;
        BigDecimal number = amount == null ? null : number(amount);
        return number != null && number.signum() >= 0 && number.precision() - number.scale() <= 12 ? number : null;
    }

    private static @Nullable Long stock(Object value) {
        BigDecimal number = number(value);
        try {
            return number == null || number.signum() < 0 ? null : number.longValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Boolean flag(Object value) {
        return value instanceof Boolean flag ? flag : null;
    }

    private static @Nullable BigDecimal number(Object value) {
        String text = switch (value) {
            case Number number -> number.toString();
            case String string -> string.strip();
            default -> "";
        };
        try {
            BigDecimal number = text.isEmpty() || text.length() > 64 ? null : new BigDecimal(text);
            return number == null || Math.abs((long) number.scale()) > 20 ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
