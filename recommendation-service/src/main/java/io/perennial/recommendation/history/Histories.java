package io.perennial.recommendation.history;

import io.perennial.common.identity.Identifier;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** What shoppers did with which products. */
@Service
@EnableConfigurationProperties(HistoryProperties.class)
public class Histories {

    private static final int PAGE = 2_000;

    private final HistoryStore store;
    private final int newest;
    private final Clock clock;

    Histories(HistoryStore store, HistoryProperties properties, Clock clock) {
        this.store = store;
        this.newest = properties.newest();
        this.clock = clock;
    }

    /** Folds a batch in: one read, one write, whatever its size; nothing is written that changes nothing. */
    public void record(HistoryBatch batch) {
        Map<String, List<Interaction>> additions = batch.byIdentifier();
        if (additions.isEmpty()) {
            return;
        }
        Map<String, History> known = store.find(additions.keySet());
        Map<String, History> changed = new TreeMap<>();
        additions.forEach((identifier, interactions) -> {
            History before = known.getOrDefault(identifier, History.EMPTY);
            History after = before.with(interactions, newest);
            if (!after.equals(before)) {
                changed.put(identifier, after);
            }
        });
        if (!changed.isEmpty()) {
            store.save(changed, clock.instant());
        }
    }

    /** The history of one identifier as it is stored. */
    public static History read(byte[] entries) {
        return HistoryCodec.read(entries);
    }

    /** Those of the identifiers that have a history. */
    public Map<Identifier, History> of(Collection<Identifier> identifiers) {
        Map<Identifier, History> histories = new HashMap<>();
        if (!identifiers.isEmpty()) {
            store.find(identifiers.stream().map(Identifier::toString).toList())
                    .forEach((identifier, history) -> histories.put(Identifier.parse(identifier), history));
        }
        return histories;
    }

    /** Hands over every history in pages, each ordered by identifier, anonymous ids before users. */
    public void pages(Consumer<Map<Identifier, History>> consumer) {
        Map<String, History> page = store.page(null, PAGE);
        while (!page.isEmpty()) {
            Map<Identifier, History> parsed = new LinkedHashMap<>();
            String after = null;
            for (Map.Entry<String, History> entry : page.entrySet()) {
                after = entry.getKey();
                parsed.put(Identifier.parse(after), entry.getValue());
            }
            consumer.accept(parsed);
            page = page.size() == PAGE ? store.page(after, PAGE) : Map.of();
        }
    }

    /** Forgets what was done under identifiers; how many of them had a history. */
    public long forget(Collection<Identifier> identifiers) {
        return store.delete(identifiers.stream().map(Identifier::toString).toList());
    }

    /** How many identifiers' histories changed after an instant; all, where null. */
    public long changedSince(@Nullable Instant since, long most) {
        return store.changedSince(since, most);
    }
}
