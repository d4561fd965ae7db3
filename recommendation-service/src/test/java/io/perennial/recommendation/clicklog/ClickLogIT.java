package io.perennial.recommendation.clicklog;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.testkit.Events;
import io.perennial.recommendation.Tables;
import io.perennial.recommendation.WholeService;
import io.perennial.recommendation.ranker.Feature;
import io.perennial.recommendation.ranker.FeatureRow;
import io.perennial.recommendation.ranker.JudgedShelf;
import io.perennial.recommendation.signature.RecommendationId;
import io.perennial.recommendation.signature.RecommendationIds;
import io.perennial.recommendation.signature.ShownItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeService
class ClickLogIT {

    private static final FeatureRow LIKED = FeatureRow.NONE.with(Feature.AFFINITY, 1);

    @Autowired
    private RecommendationIds ids;

    @Autowired
    private ClickLog log;

    @Autowired
    private ClickLogStore store;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Instant now = Instant.EPOCH;

    @BeforeEach
    void empty() {
        now = clock.instant();
        Tables.empty(jdbc, "click_log");
    }

    private String shelf(long nonce, Instant at, ShownItem... items) {
        return ids.sign(new RecommendationId(nonce, at, "home", "personal", List.of(), 1, null, List.of(items)));
    }

    @Test
    void whatWasSeenChosenAndOrderedStandsAtItsPlaceWhateverTheOrderOfEvents() {
        long seed = System.nanoTime();
        System.out.println("ClickLogIT seed " + seed);
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String id = shelf(i, now.minus(Duration.ofHours(2)), item("a"), item("b"), item("c"));
            events.add(seen(id, "a", "b"));
            events.add(seen(id, "c", "unknown"));
            events.add(clicked(id, "b"));
            events.add(clicked(id, "elsewhere"));
            events.add(Events.order("o" + i)
                    .by("u1")
                    .at(now)
                    .with("recommendation_id", id)
                    .line("c", 1, "2.10")
                    .build());
        }
        for (int round = 0; round < 3; round++) {
            empty();
            Collections.shuffle(events, random);
            for (int from = 0; from < events.size(); from += 13) {
                fold(events.subList(from, Math.min(events.size(), from + 13)));
            }
            fold(events.subList(0, 20));
            List<JudgedShelf> judged = judged();
            assertThat(judged).as("seed %d", seed).hasSize(30);
            assertThat(judged).containsOnly(new JudgedShelf(List.of(LIKED, LIKED, LIKED), 0b111, 0b010, 0b100));
        }
    }

    @Test
    void aListThatNamesNoProductsWasSeenWholeAndOneNobodySawTeachesNothing() {
        fold(List.of(
                Events.track("Product List Viewed")
                        .with("list_id", shelf(1, now.minus(Duration.ofHours(2)), item("a"), item("b")))
                        .by("u1")
                        .at(now)
                        .build(),
                clicked(shelf(2, now.minus(Duration.ofHours(2)), item("a")), "a")));
        assertThat(judged()).containsExactly(new JudgedShelf(List.of(LIKED, LIKED), 0b11, 0, 0));
    }

    @Test
    void whatIsFreshMayYetBeChosenFromAndForgedOrItemlessIdsAreNothing() {
        String fresh = shelf(1, now, item("a"));
        fold(List.of(seen(fresh, "a"), seen(fresh + "x", "a"), seen(shelf(2, now.minus(Duration.ofHours(2))), "a")));
        assertThat(judged()).isEmpty();
        assertThat(log.shownSince(now.minusSeconds(60), 10)).isEqualTo(1);
    }

    @Test
    void whatIsPastItsRetentionIsForgottenAndOfTheRestTheNewestStay() {
        for (int i = 0; i < 5; i++) {
            fold(List.of(seen(shelf(i, now.minus(Duration.ofHours(i + 2)), item("a")), "a")));
        }
        store.purge(now.minus(Duration.ofHours(5)).minusSeconds(1), 1_000);
        assertThat(judged()).hasSize(4);
        store.purge(now.minus(Duration.ofDays(1)), 2);
        assertThat(judged()).hasSize(2);
    }

    private List<JudgedShelf> judged() {
        return log.judged(1_000).getOrDefault("home", List.of());
    }

    private static ShownItem item(String productId) {
        return ShownItem.of(productId, LIKED.bits());
    }

    private Event seen(String id, String... productIds) {
        return Events.track("Product List Viewed")
                .with("list_id", id)
                .with(
                        "products",
                        List.of(productIds).stream()
                                .map(productId -> Map.of("product_id", productId))
                                .toList())
                .by("u1")
                .at(now)
                .build();
    }

    private Event clicked(String id, String productId) {
        return Events.track("Product Clicked")
                .with("product_id", productId)
                .with("recommendation_id", id)
                .by("u1")
                .at(now)
                .build();
    }

    private void fold(List<Event> events) {
        transaction.executeWithoutResult(status -> {
            ClickLogBatch batch = log.batch();
            for (Event event : events) {
                batch.add(event, Objects.requireNonNull(CommerceEvent.of(event)));
            }
            log.record(batch);
        });
    }
}
