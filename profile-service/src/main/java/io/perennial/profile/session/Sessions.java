package io.perennial.profile.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shopper's visits as the set of intervals whose inner pauses are at most the gap. Adding an instant joins whatever it
 * comes within the gap of, so the set is the same in any order and any split, and two sets merge by the same rule.
 *
 * <p>Every interval is kept (about five bytes each once written): counting old ones away would forget where a late event
 * belongs. Their number is bounded by time itself, for one gap at most one interval.
 */
public final class Sessions {

    /** One visit, in epoch seconds, both ends included. */
    public record Session(long start, long end, boolean ordered) {}

    private final long gap;
    private final List<Session> byTime = new ArrayList<>();

    /** No visits yet; {@code gapSeconds} is the longest pause within one. */
    public Sessions(long gapSeconds) {
        this.gap = gapSeconds;
    }

    /** Takes in an instant of activity; {@code ordered}: an order was completed then. */
    public void add(Instant at, boolean ordered) {
        add(new Session(at.getEpochSecond(), at.getEpochSecond(), ordered));
    }

    public void merge(Sessions others) {
        others.byTime.forEach(this::add);
    }

    public void add(Session added) {
        int from = firstEndingAtOrAfter(added.start() - gap);
        int to = from;
        Session joined = added;
        while (to < byTime.size() && byTime.get(to).start() <= added.end() + gap) {
            Session near = byTime.get(to++);
            joined = new Session(
                    Math.min(joined.start(), near.start()),
                    Math.max(joined.end(), near.end()),
                    joined.ordered() || near.ordered());
        }
        if (to == from) {
            byTime.add(from, joined);
            return;
        }
        byTime.set(from, joined);
        byTime.subList(from + 1, to).clear();
    }

    private int firstEndingAtOrAfter(long second) {
        int low = 0;
        int high = byTime.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byTime.get(middle).end() >= second) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    public int count() {
        return byTime.size();
    }

    /** How many saw an order. */
    public int ordered() {
        return (int) byTime.stream().filter(Session::ordered).count();
    }

    /** Oldest first. */
    public List<Session> asList() {
        return Collections.unmodifiableList(byTime);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sessions that && gap == that.gap && byTime.equals(that.byTime);
    }

    @Override
    public int hashCode() {
        return byTime.hashCode();
    }

    @Override
    public String toString() {
        return byTime.toString();
    }
}
