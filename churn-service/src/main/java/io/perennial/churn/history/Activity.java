package io.perennial.churn.history;

/** What a shopper did, or met, in an hour. */
public enum Activity {
    /** Anything the shopper did. */
    VISIT(0),
    /** Looked at a product. */
    PRODUCT(1),
    /** Put something into the cart, looked at it or went to the checkout. */
    CART(2),
    /** Reviewed a product. */
    REVIEW(3),
    /** Was sent a message of ours that arrived: the shopper did nothing, so it is no visit. */
    MESSAGE(4),
    /** Clicked on a message of ours. */
    RESPONSE(5);

    /** The bit that stands for it in the stored form: never reused. */
    private final int code;

    Activity(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
