package io.perennial.recommendation.recommend;

import java.util.Collection;

/** What an answer rests on; a bounded set, for it is a metric's tag. */
enum Strategy {
    PERSONAL("personal"),
    CONTEXTUAL("contextual"),
    PERSONAL_AND_CONTEXTUAL("personal-and-contextual"),
    POPULAR("popular"),
    IN_THE_RANGE("in-the-range"),
    NOTHING_SELLABLE("nothing-sellable");

    private final String wire;

    Strategy(String wire) {
        this.wire = wire;
    }

    /** What the answer says; a product nobody knows was asked for and left out of account. */
    String wire(boolean unknownProduct) {
        return unknownProduct ? wire + "-unknown-product" : wire;
    }

    /** By the best sort of reason on the shelf. */
    static Strategy of(Collection<Candidate> shelf) {
        boolean personal = shelf.stream().anyMatch(candidate -> candidate.reason() instanceof Reason.Because);
        boolean contextual = shelf.stream().anyMatch(candidate -> candidate.reason() instanceof Reason.GoesWith);
        if (personal || contextual) {
            return personal && contextual ? PERSONAL_AND_CONTEXTUAL : personal ? PERSONAL : CONTEXTUAL;
        }
        if (shelf.isEmpty()) {
            return NOTHING_SELLABLE;
        }
        return shelf.stream().anyMatch(candidate -> candidate.reason() instanceof Reason.Popular)
                ? POPULAR
                : IN_THE_RANGE;
    }
}
