package io.perennial.campaign.wait;

import io.perennial.campaign.decision.Candidate;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/**
 * A candidate that waits for its moment; a shopper waits at most once a campaign and key.
 *
 * @param key value of the property that start and follower share; empty: none
 * @param startedAt event time of the event that began the wait
 * @param dueAt when to look at it
 * @param notFollowed whether it is off if a follower came between {@code startedAt} and {@code candidate.triggeredAt}
 */
public record Waiting(Candidate candidate, String key, Instant startedAt, Instant dueAt, boolean notFollowed) {

    private static final Comparator<Waiting> BY_START = Comparator.comparing(Waiting::startedAt)
            .thenComparing(w -> w.candidate().triggerId());

    /**
     * Two starts of the same wait as one: the later start counts. What waits for a follower begins anew; what does not
     * keeps the earlier due time. Commutative and associative, so the order of arrival does not matter.
     */
    Waiting merge(Waiting other) {
        Waiting later = BY_START.compare(this, other) >= 0 ? this : other;
        Instant due = notFollowed ? later.dueAt : dueAt.isBefore(other.dueAt) ? dueAt : other.dueAt;
        return new Waiting(later.candidate, key, later.startedAt, due, notFollowed);
    }

    /** Whether one of the followers calls it off; bounds included, so that ties of time do not depend on arrival. */
    boolean isFollowedBy(Collection<Instant> followers) {
        return notFollowed
                && followers.stream().anyMatch(at -> !at.isBefore(startedAt) && !at.isAfter(candidate.triggeredAt()));
    }
}
