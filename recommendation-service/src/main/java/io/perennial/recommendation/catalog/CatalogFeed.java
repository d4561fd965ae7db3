package io.perennial.recommendation.catalog;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Takes over the shop's product feed: every good row at once, a verdict for each bad one. */
@Service
class CatalogFeed {

    private final CatalogStore store;
    private final Currency currency;
    private final JsonMapper json;
    private final Clock clock;

    CatalogFeed(CatalogStore store, CatalogProperties properties, JsonMapper json, Clock clock) {
        this.store = store;
        this.currency = properties.currency();
        this.json = json;
        this.clock = clock;
    }

    /** What is wrong with the row at an index. */
    record Verdict(int index, @Nullable String productId, String field, String detail) {}

    /** How many rows were applied, and the others. */
    record Outcome(int accepted, List<Verdict> rejected) {}

    /** Applies the rows in their order, all good ones in one write; the same rows again change nothing. */
    Outcome apply(List<? extends @Nullable Object> rows) {
        Map<String, FeedRow.Accepted> accepted = new TreeMap<>();
        List<Verdict> rejected = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            switch (FeedRow.read(rows.get(index), currency)) {
                case FeedRow.Accepted row -> accepted.merge(row.productId(), row, FeedRow.Accepted::then);
                case FeedRow.Rejected row ->
                    rejected.add(new Verdict(index, row.productId(), row.field(), row.detail()));
            }
        }
        if (!accepted.isEmpty()) {
            Map<String, String> fields = new TreeMap<>();
            accepted.forEach((productId, row) -> fields.put(productId, json.writeValueAsString(row.fields())));
            store.feed(fields, clock.instant());
        }
        return new Outcome(rows.size() - rejected.size(), rejected);
    }
}
