package io.perennial.ingest.check;

import io.perennial.common.event.Attributes;
import io.perennial.common.event.CommerceEventName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a commerce event must hold to be one, and which of its numbers cannot be (WIRE.md §4). */
final class CommerceRules {

    private static final List<String> AMOUNTS =
            List.of("revenue", "total", "subtotal", "value", "shipping", "tax", "discount", "price");
    private static final BigDecimal LARGEST = new BigDecimal("1e12");
    private static final int MAX_ID_LENGTH = 255;

    private static final Set<CommerceEventName> NEED_ORDER = Set.of(
            CommerceEventName.ORDER_COMPLETED,
            CommerceEventName.ORDER_UPDATED,
            CommerceEventName.ORDER_CANCELLED,
            CommerceEventName.ORDER_REFUNDED);
    private static final Set<CommerceEventName> NEED_PRODUCT = Set.of(
            CommerceEventName.PRODUCT_CLICKED,
            CommerceEventName.PRODUCT_VIEWED,
            CommerceEventName.PRODUCT_ADDED,
            CommerceEventName.PRODUCT_REMOVED,
            CommerceEventName.PRODUCT_ADDED_TO_WISHLIST,
            CommerceEventName.PRODUCT_REMOVED_FROM_WISHLIST,
            CommerceEventName.WISHLIST_PRODUCT_ADDED_TO_CART,
            CommerceEventName.PRODUCT_SHARED,
            CommerceEventName.PRODUCT_REVIEWED);

    private CommerceRules() {}

    static void check(CommerceEventName name, Attributes properties, Findings findings) {
        if (NEED_ORDER.contains(name)) {
            requireOrder(name, properties, findings);
        }
        if (NEED_PRODUCT.contains(name) && !hasProduct(properties)) {
            findings.refuse(
                    RejectionCode.PRODUCT_ID_MISSING,
                    "properties.product_id is missing; " + name.wire() + " needs product_id or sku");
        }
        checkNumbers("properties.", properties, findings);
        checkProducts(properties, findings);
    }

    private static void requireOrder(CommerceEventName name, Attributes properties, Findings findings) {
        String orderId = properties.text("order_id");
        if (orderId == null || orderId.isBlank()) {
            findings.refuse(
                    RejectionCode.ORDER_ID_MISSING,
                    "properties.order_id is missing; " + name.wire() + " needs the order's id");
        } else if (orderId.length() > MAX_ID_LENGTH) {
            findings.refuse(
                    RejectionCode.FIELD_INVALID,
                    "properties.order_id is longer than " + MAX_ID_LENGTH + " characters; send the order's id alone");
        }
    }

    private static boolean hasProduct(Attributes product) {
        return hasText(product.text("product_id")) || hasText(product.text("sku")) || hasText(product.text("id"));
    }

    private static boolean hasText(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static void checkProducts(Attributes properties, Findings findings) {
        Object products = properties.asMap().get("products");
        if (products == null) {
            return;
        }
        if (!(products instanceof List<?> lines)) {
            findings.refuse(
                    RejectionCode.PRODUCTS_INVALID,
                    "properties.products is no array; send [{\"product_id\":…,\"price\":…,\"quantity\":…}, …]");
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!(lines.get(i) instanceof Map<?, ?>)) {
                findings.refuse(
                        RejectionCode.PRODUCTS_INVALID,
                        "properties.products[" + i
                                + "] is no object; send {\"product_id\":…,\"price\":…,\"quantity\":…}");
                return;
            }
        }
        List<Attributes> objects = properties.list("products");
        for (int i = 0; i < objects.size(); i++) {
            checkNumbers("properties.products[" + i + "].", objects.get(i), findings);
        }
    }

    private static void checkNumbers(String path, Attributes values, Findings findings) {
        for (String field : AMOUNTS) {
            checkNumber(path, field, values, RejectionCode.AMOUNT_NEGATIVE, findings);
        }
        checkNumber(path, "quantity", values, RejectionCode.QUANTITY_NEGATIVE, findings);
    }

    private static void checkNumber(
            String path, String field, Attributes values, RejectionCode ifNegative, Findings findings) {
        Object value = values.asMap().get(field);
        if (value == null || (value instanceof String text && text.isBlank())) {
            return;
        }
        BigDecimal number = values.number(field);
        if (number == null) {
            findings.refuse(
                    RejectionCode.NUMBER_INVALID,
                    path + field + " is " + Findings.quote(value) + "; send a number, e.g. 12.30");
        } else if (number.signum() < 0) {
            findings.refuse(
                    ifNegative,
                    path + field + " is " + number + "; send it without the sign"
                            + (ifNegative == RejectionCode.QUANTITY_NEGATIVE
                                    ? ", and what came back as Order Refunded"
                                    : ", and money given back as Order Refunded"));
        } else if (number.abs().compareTo(LARGEST) > 0 || Math.abs((long) number.scale()) > 64) {
            findings.refuse(
                    RejectionCode.NUMBER_OUT_OF_RANGE, path + field + " is " + number + "; the largest is " + LARGEST);
        }
    }
}
