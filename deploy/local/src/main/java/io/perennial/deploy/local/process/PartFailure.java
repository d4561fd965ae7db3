package io.perennial.deploy.local.process;

/** A part did not come up, or ended by itself: which one, why, and what it wrote last. */
public final class PartFailure extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int LINES = 25;

    PartFailure(String part, String what, LogFile log) {
        super(describe(part, what, log));
    }

    /** The same words for a part that failed while nobody waited for it. */
    public static String describe(String part, String what, LogFile log) {
        var tail = log.tail(LINES);
        var last = tail.isEmpty() ? "It wrote nothing." : "Its last lines:\n    " + String.join("\n    ", tail);
        return "%s %s.\n%s\nAll of its log: %s".formatted(part, what, last, log.path());
    }
}
