package io.perennial.churn.history;

/** Whom one goes through. */
public enum Population {
    /** Who ever ordered. */
    BUYERS("buyer"),
    /** Everybody who ever sent an event. */
    VISITORS("true");

    private final String condition;

    Population(String condition) {
        this.condition = condition;
    }

    /** Of which rows of {@code shopper_history}. */
    String condition() {
        return condition;
    }
}
