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

    /**
     * What the answer says.
     *
     * @param unknownProduct a product nobody knows was asked for and left out of account
     * @param outsideRange nothing sellable lies in the prices or the category asked for, so others stand there
     */
    String wire(boolean unknownProduct, boolean outsideRange) {
        return wire + (unknownProduct ? "-unknown-product" : "") + (outsideRange ? "-outside-filters" : "");
    }

    String wire() {
        return wire;
    }

    /** By the best sort of reason on the shelf. */
    static Strategy of(Collection<Candidate> shelf) {
        boolean personal = shelf.stream().anyMatch(candidate -> personal(candidate.reason()));
        boolean contextual = shelf.stream().anyMatch(candidate -> contextual(candidate.reason()));
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

    private static boolean personal(Reason reason) {
        return reason instanceof Reason.Because
                || reason instanceof Reason.Due
                || (reason instanceof Reason.Next next && next.personal())
                || (reason instanceof Reason.Alike alike && alike.personal());
    }

    private static boolean contextual(Reason reason) {
        return reason instanceof Reason.GoesWith
                || reason instanceof Reason.BoughtTogether
                || reason instanceof Reason.Fits
                || (reason instanceof Reason.Next next && !next.personal())
                || (reason instanceof Reason.Alike alike && !alike.personal());
    }
}
