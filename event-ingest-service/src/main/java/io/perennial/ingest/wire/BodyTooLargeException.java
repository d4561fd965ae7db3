package io.perennial.ingest.wire;

/** A body that is larger, inflated, than its source may send. */
public final class BodyTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient byte[] beginning;
    private final int limit;

    BodyTooLargeException(byte[] beginning, int limit) {
        super("the body is larger than " + limit + " bytes");
        this.beginning = beginning;
        this.limit = limit;
    }

    /** What was read before the limit was met. */
    public byte[] beginning() {
        return beginning;
    }

    public int limit() {
        return limit;
    }
}
