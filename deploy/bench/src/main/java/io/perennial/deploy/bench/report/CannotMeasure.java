package io.perennial.deploy.bench.report;

/** There is no figure to be had; the message says why. */
public final class CannotMeasure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CannotMeasure(String why) {
        super(why);
    }

    public CannotMeasure(String why, Throwable cause) {
        super(why, cause);
    }
}
