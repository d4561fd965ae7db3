package io.perennial.recommendation.history;

/** What a shopper did with a product; the code is what a stored history holds and never changes. */
public enum InteractionKind {
    VIEW(1),
    WISH(2),
    CART(3),
    ORDER(4),
    UNWISH(5),
    REMOVE(6),
    CANCEL(7),
    RETURN(8),
    /** Shown in a list; each time is kept, not only the newest. */
    SEEN(9);

    private final int code;

    InteractionKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
