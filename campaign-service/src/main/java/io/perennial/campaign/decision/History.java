package io.perennial.campaign.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Earlier assignments of a shopper, over all campaigns; suppressed decisions are not among them. */
record History(List<Past> past) {

    /**
     * One of them.
     *
     * @param contacted whether a message went out by it
     */
    record Past(String campaign, boolean contacted, Instant decidedAt) {}

    History {
        past = List.copyOf(past);
    }

    List<Instant> assignedTo(String campaign) {
        return past.stream()
                .filter(p -> p.campaign().equals(campaign))
                .map(Past::decidedAt)
                .toList();
    }

    List<Instant> contacts() {
        return past.stream().filter(Past::contacted).map(Past::decidedAt).toList();
    }

    History with(Past another) {
        List<Past> all = new ArrayList<>(past);
        all.add(another);
        return new History(all);
    }
}
