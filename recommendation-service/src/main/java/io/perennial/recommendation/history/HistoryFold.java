package io.perennial.recommendation.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a shopper's interactions: for each (product, kind) the newest time, and of each kind the newest so many
 * products. Of products seen in lists each time is kept, the newest {@value #MOST_SEEN}.
 *
 * <p>Each kind has its own bound, so that a bot's views never push out what was bought. Keeping the greatest elements of
 * a total order is independent of order and of repetition: what was dropped had enough greater ones above it, and those
 * stay.
 */
final class HistoryFold {

    /** Times a product stood in a list that are kept, of all products. */
    static final int MOST_SEEN = 200;

    private HistoryFold() {}

    /** What is kept once: the newest of its kind, but each time a product was seen in a list. */
    private record Key(
            String productId,
            InteractionKind kind,
            @Nullable Instant at) {

        static Key of(Interaction interaction) {
            return new Key(
                    interaction.productId(),
                    interaction.kind(),
                    interaction.kind() == InteractionKind.SEEN ? interaction.at() : null);
        }
    }

    /**
     * What was kept, newest first, and what happened besides, bounded to {@code newest} products a kind; null where that changes nothing.
     * Linear in what was kept: the order is merged, not made anew.
     */
    static @Nullable List<Interaction> of(List<Interaction> newestFirst, Collection<Interaction> more, int newest) {
        Map<Key, Interaction> news = new HashMap<>();
        for (Interaction interaction : more) {
            news.merge(
                    Key.of(interaction), interaction, (one, other) -> other.at().isAfter(one.at()) ? other : one);
        }
        List<Interaction> standing = new ArrayList<>(newestFirst.size());
        for (Interaction interaction : newestFirst) {
            Interaction again = news.get(Key.of(interaction));
            if (again == null || !again.at().isAfter(interaction.at())) {
                standing.add(interaction);
                news.remove(Key.of(interaction));
            }
        }
        if (news.isEmpty()) {
            return null;
        }
        List<Interaction> added = new ArrayList<>(news.values());
        added.sort(Interaction.NEWEST_FIRST);
        return bounded(standing, added, newest);
    }

    private static List<Interaction> bounded(List<Interaction> one, List<Interaction> other, int newest) {
        List<Interaction> merged = new ArrayList<>(one.size() + other.size());
        Map<InteractionKind, Integer> counts = new EnumMap<>(InteractionKind.class);
        int i = 0;
        int j = 0;
        while (i < one.size() || j < other.size()) {
            boolean first = j == other.size()
                    || (i < one.size() && Interaction.NEWEST_FIRST.compare(one.get(i), other.get(j)) < 0);
            Interaction next = first ? one.get(i++) : other.get(j++);
            int most = next.kind() == InteractionKind.SEEN ? Math.min(newest, MOST_SEEN) : newest;
            if (counts.merge(next.kind(), 1, Integer::sum) <= most) {
                merged.add(next);
            }
        }
        return merged;
    }
}
