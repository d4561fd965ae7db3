package io.perennial.recommendation.catalog;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row of the product feed. An absent field leaves what stood, an explicit null takes it back: then what
 * was learnt from events counts again.
 */
sealed interface FeedRow {

    /** A row to apply: the fields to set, null to take back. */
    record Accepted(String productId, Map<String, @Nullable Object> fields) implements FeedRow {

        /** This row with a later one for the same product laid over it. */
        Accepted then(Accepted later) {
            Map<String, @Nullable Object> both = new LinkedHashMap<>(fields);
            both.putAll(later.fields);
            return new Accepted(productId, both);
        }
    }

    /** A row that cannot be applied: the field and the fix. */
    record Rejected(@Nullable String productId, String field, String detail) implements FeedRow {}

    /** Judges a row as parsed from JSON; unknown fields are ignored. */
    static FeedRow read(@Nullable Object row, Currency shop) {
        if (!(row instanceof Map<?, ?> values)) {
            return new Rejected(null, "products", "a product is a JSON object; send {\"productId\": \"…\"}");
        }
        String productId = switch (values.get("productId")) {
            case String text -> text.strip();
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case null, default -> null;
        };
        if (productId == null || !ProductKey.usable(productId)) {
            return new Rejected(
                    productId == null || productId.length() > ProductKey.MAX_LENGTH ? null : productId,
                    "productId",
                    "required: a text of 1 to " + ProductKey.MAX_LENGTH + " characters without control characters");
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (FeedField field : FeedField.values()) {
            if (values.containsKey(field.json())) {
                Object raw = values.get(field.json());
                Object value = raw == null ? null : field.read(raw, shop);
                if (raw != null && value == null) {
                    return new Rejected(
                            productId,
                            field.json(),
                            "must be " + field.expected() + "; leave it out to keep what stands");
                }
                fields.put(field.json(), value);
            }
        }
        return new Accepted(productId, fields);
    }
}
