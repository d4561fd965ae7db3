package io.perennial.ingest.wire;

import org.jspecify.annotations.Nullable;

/** A body that is no JSON of the expected shape; says where and what to send instead. */
public final class MalformedBodyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final @Nullable String writeKey;

    MalformedBodyException(String message, int line, int column, @Nullable String writeKey) {
        super(message);
        this.line = line;
        this.column = column;
        this.writeKey = writeKey;
    }

    MalformedBodyException withWriteKey(@Nullable String found) {
        return new MalformedBodyException(String.valueOf(getMessage()), line, column, found);
    }

    /** From 1; 0 where the place is unknown. */
    public int line() {
        return line;
    }

    /** From 1; 0 where the place is unknown. */
    public int column() {
        return column;
    }

    /** The write key, where the body named it before it went wrong. */
    public @Nullable String writeKey() {
        return writeKey;
    }
}
