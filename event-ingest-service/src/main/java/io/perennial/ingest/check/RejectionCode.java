package io.perennial.ingest.check;

import java.util.Locale;

/** Why an event or a body was refused: stable codes, part of the public API. */
public enum RejectionCode {
    BODY_MALFORMED,
    BODY_TOO_LARGE,
    ENCODING_UNSUPPORTED,
    EVENT_TOO_LARGE,
    BATCH_TOO_LONG,
    MESSAGE_MALFORMED,
    SOURCE_UNKNOWN,
    TYPE_MISSING,
    TYPE_UNKNOWN,
    FIELD_INVALID,
    TEXT_INVALID,
    NESTED_TOO_DEEP,
    MESSAGE_ID_TOO_LONG,
    IDENTIFIER_MISSING,
    IDENTIFIER_REFUSED,
    PREVIOUS_ID_MISSING,
    GROUP_ID_MISSING,
    EVENT_NAME_MISSING,
    TIMESTAMP_INVALID,
    TIMESTAMP_TOO_EARLY,
    TIMESTAMP_TOO_LATE,
    NUMBER_INVALID,
    NUMBER_OUT_OF_RANGE,
    AMOUNT_NEGATIVE,
    QUANTITY_NEGATIVE,
    CURRENCY_UNKNOWN,
    CURRENCY_WITHOUT_RATE,
    ORDER_ID_MISSING,
    PRODUCT_ID_MISSING,
    PRODUCTS_INVALID;

    private final String slug = name().toLowerCase(Locale.ROOT);

    /** The code on the wire, e.g. {@code order_id_missing}. */
    public String slug() {
        return slug;
    }
}
