package io.perennial.recommendation.catalog;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Remembers what the table holds at least of each product, least recently used out first, so that lines that say nothing
 * new cost no write. Told only of what is committed.
 */
final class LearntCache {

    private final Duration refresh;
    private final Map<String, LearntProduct> known;

    LearntCache(int capacity, Duration refresh) {
        this.refresh = refresh;
        this.known = new LinkedHashMap<>(1024, .75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, LearntProduct> eldest) {
                return size() > capacity;
            }
        };
    }

    /** Those of the products that add something, in the order of their ids. */
    synchronized Map<String, LearntProduct> news(Map<String, LearntProduct> learnt) {
        Map<String, LearntProduct> news = new TreeMap<>();
        learnt.forEach((productId, product) -> {
            LearntProduct before = known.get(productId);
            if (before == null || product.addsTo(before, refresh)) {
                news.put(productId, product);
            }
        });
        return news;
    }

    /** Takes note of what is committed. */
    synchronized void committed(Map<String, LearntProduct> written) {
        written.forEach((productId, product) ->
                known.computeIfAbsent(productId, id -> new LearntProduct()).merge(product));
    }
}
