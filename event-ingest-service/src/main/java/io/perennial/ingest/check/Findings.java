package io.perennial.ingest.check;

import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one message; the first finding is the one reported. */
final class Findings {

    private @Nullable Rejection first;

    void refuse(RejectionCode code, String detail) {
        if (first == null) {
            first = new Rejection(code, detail);
        }
    }

    @Nullable Rejection first() {
        return first;
    }

    /** A value as a verdict quotes it: never longer than a line. */
    static String quote(@Nullable Object value) {
        String text = String.valueOf(value);
        return '"' + (text.length() <= 60 ? text : text.substring(0, 60) + '…') + '"';
    }
}
