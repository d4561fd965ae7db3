package io.perennial.churn.history;

/** Whom one goes through. */
public enum Population {
    /** Who ever ordered. */
    BUYERS("buyer and "),
    /** Everybody who ever sent an event. */
    VISITORS("");

    private final String condition;

    Population(String condition) {
        this.condition = condition;
    }

    /** The beginning of a condition on {@code shopper_history}. */
    String condition() {
        return condition;
    }
}
