package io.perennial.recommendation.signature;

/** What became of the check of an id that somebody sent. */
public sealed interface Verification {

    /** Ours, unchanged, and in time. */
    record Valid(RecommendationId id) implements Verification {}

    /** Not to be counted. */
    record Refused(Refusal why) implements Verification {}

    /** Why an id is not to be counted. */
    enum Refusal {
        /** It does not look like one of ours: shops name lists of their own. */
        NOT_OURS("not-ours", "no recommendationId of this service; ids begin with r1."),
        /** It looks like ours, but is cut short or garbled. */
        MALFORMED("malformed", "cut short or garbled; send the recommendationId unchanged"),
        /** Signed under a key this service does not have (any more). */
        UNKNOWN_KEY("unknown-key", "signed under a key that is not configured; keep the previous key while ids live"),
        /** Its signature is not ours. */
        FORGED("forged", "the signature does not fit: it was changed, or made by somebody else"),
        /** What it tells happened or arrived after the attribution window. */
        EXPIRED("expired", "older than the attribution window");

        private final String wire;
        private final String text;

        Refusal(String wire, String text) {
            this.wire = wire;
            this.text = text;
        }

        public String wire() {
            return wire;
        }

        public String text() {
            return text;
        }
    }
}
