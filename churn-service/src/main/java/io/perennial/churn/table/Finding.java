package io.perennial.churn.table;

/**
 * Something about the data that a person should know.
 *
 * @param column empty where it concerns the whole table
 */
public record Finding(Kind kind, String column, String text) {

    /** What was found. */
    public enum Kind {
        CONSTANT,
        ALL_MISSING,
        IDENTIFIER,
        /** Predicts the label too well to have been known before it; left out. */
        LEAK,
        /** Nearly as well; kept, but to be looked at. */
        SUSPICIOUS,
        MIXED_TYPE,
        DUPLICATES,
        UNLABELLED,
        RAGGED
    }
}
