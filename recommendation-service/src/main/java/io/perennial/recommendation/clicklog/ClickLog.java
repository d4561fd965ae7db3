package io.perennial.recommendation.clicklog;

import io.perennial.recommendation.ranker.JudgedShelf;
import io.perennial.recommendation.signature.RecommendationIds;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** Remembers what was chosen of which shelf. It names no shopper: an answer's id says what was known of its products. */
@Service
@EnableConfigurationProperties(ClickLogProperties.class)
public class ClickLog {

    private final RecommendationIds ids;
    private final ClickLogStore store;
    private final ClickLogProperties properties;
    private final Clock clock;

    ClickLog(RecommendationIds ids, ClickLogStore store, ClickLogProperties properties, Clock clock) {
        this.ids = ids;
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    /** A batch to fill with events and give to {@link #record}. */
    public ClickLogBatch batch() {
        return new ClickLogBatch(ids, properties.ordersFromBrowsers());
    }

    /** Writes what is told, within the caller's transaction. Any order and repetition of events leaves the same rows. */
    public void record(ClickLogBatch batch) {
        if (!batch.shelves().isEmpty()) {
            store.add(batch.shelves());
        }
    }

    /** By placement, the newest shelves that somebody saw and has had time to choose from, oldest of them first. */
    public Map<String, List<JudgedShelf>> judged(int mostOfEach) {
        Instant before = clock.instant().minus(properties.settled());
        Map<String, List<JudgedShelf>> byPlacement = new LinkedHashMap<>();
        store.placements()
                .forEach(placement -> byPlacement.put(placement, store.judged(placement, before, mostOfEach)));
        return byPlacement;
    }

    /** How many shelves were shown since a time; counted up to {@code enough}. */
    public long shownSince(Instant since, long enough) {
        return store.shownSince(since, enough);
    }

    /** Forgets what is past its retention, and all but the newest. */
    void purge() {
        store.purge(clock.instant().minus(properties.retention()), properties.most());
    }
}
