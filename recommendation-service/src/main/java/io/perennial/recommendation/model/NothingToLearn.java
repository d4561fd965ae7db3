package io.perennial.recommendation.model;

/** A training that was refused. */
final class NothingToLearn extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String why;

    NothingToLearn(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
