package io.perennial.recommendation.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.testkit.Events;
import io.perennial.common.testkit.StreamDriver;
import io.perennial.recommendation.Http;
import io.perennial.recommendation.Tables;
import io.perennial.recommendation.WholeService;
import io.perennial.recommendation.signature.Exposure;
import io.perennial.recommendation.signature.RecommendationId;
import io.perennial.recommendation.signature.RecommendationIds;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeService
class AttributionIT {

    @LocalServerPort
    private int port;

    @Autowired
    private RecommendationIds ids;

    @Autowired
    private Attribution attribution;

    @Autowired
    private Outcomes outcomes;

    @Autowired
    private OutcomeStore store;

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
        Tables.empty(
                jdbc, "recommendation_outcome", "recommendation_order", "recommendation_day", "experiment_shopper");
    }

    @Test
    void theIdOfAnAnswerComesBackThroughEventsAndCounts() {
        Http http = new Http(port);
        String id = http.recommend("home").body().path("recommendationId").asString();
        assertThat(http.get("/v1/recommendations/" + id).body().path("verdict").asString())
                .isEqualTo("valid");
        try (StreamDriver driver = new StreamDriver()) {
            driver.publish(
                    Events.track("Product Clicked")
                            .with("product_id", "p1")
                            .with("recommendation_id", id)
                            .by("u1")
                            .at(clock.instant())
                            .build(),
                    Events.track("Product List Viewed")
                            .with("list_id", id)
                            .by("u1")
                            .at(clock.instant())
                            .build(),
                    Events.track("Product List Viewed")
                            .with("list_id", id + "x")
                            .by("u1")
                            .at(clock.instant())
                            .build(),
                    Events.track("Product List Viewed")
                            .with("list_id", "gifts")
                            .by("u1")
                            .at(clock.instant())
                            .build());
            driver.awaitHandled(jdbc, "recommendation");
        }
        var row = http.get("/v1/recommendation-outcomes?placement=home")
                .body()
                .path("items")
                .path(0);
        assertThat(row.path("seen").asLong()).isEqualTo(1);
        assertThat(row.path("clicked").asLong()).isEqualTo(1);
        assertThat(row.path("clickRate").asDouble()).isEqualTo(1);
        assertThat(http.get("/v1/recommendations/" + id + "x")
                        .body()
                        .path("verdict")
                        .asString())
                .isIn("forged", "malformed");
        assertThat(http.get("/v1/recommendations/gifts").body().path("verdict").asString())
                .isEqualTo("not-ours");
    }

    @Test
    void anyOrderSplitAndRepetitionLeaveTheSameSums() {
        long seed = System.nanoTime();
        System.out.println("AttributionIT seed " + seed);
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String id = ids.sign(new RecommendationId(
                    i,
                    now.minusSeconds(i),
                    "home",
                    i % 2 == 0 ? "personal" : "popular",
                    List.of(),
                    0.5,
                    i % 3 == 0 ? null : new Exposure("taste", i % 3 == 1 ? "a" : "b", i % 7 + 1)));
            events.add(Events.track("Product List Viewed")
                    .with("list_id", id)
                    .by("u" + i)
                    .at(now)
                    .build());
            events.add(Events.track("Product Clicked")
                    .with("product_id", "p")
                    .with("recommendation_id", id)
                    .by("u" + i)
                    .at(now)
                    .build());
            String order = "o" + random.nextInt(30);
            events.add(Events.order(order)
                    .by("u" + i)
                    .at(now.plusMillis(i))
                    .with("recommendation_id", id)
                    .line("p", 1 + random.nextInt(3), "2.10")
                    .line("q", 1, "1.00")
                    .build());
            events.add(changeOf(order, i, random));
        }
        String expected = null;
        for (int round = 0; round < 4; round++) {
            empty();
            Collections.shuffle(events, random);
            for (int from = 0; from < events.size(); from += 17) {
                fold(events.subList(from, Math.min(events.size(), from + 17)));
            }
            fold(events.subList(0, 20));
            String sums = dump() + orders();
            expected = expected == null ? sums : expected;
            assertThat(sums).as("seed %d, round %d", seed, round).isEqualTo(expected);
        }
        assertThat(outcomes.arms("taste").get("a")).extracting(Tally::seen).isEqualTo(13L);
        assertThat(outcomes.moments("taste")).extracting(ArmMoments::shoppers).containsExactly(7L, 7L);
        assertThat(outcomes.logged("taste", now.plusSeconds(1), 1_000))
                .hasSize(26)
                .allMatch(logged -> logged.propensity() == 0.5 && logged.clicked());
    }

    @Test
    void whatIsTakenBackIsTakenFromTheDayAndTheExperimentToo() {
        Exposure exposure = new Exposure("taste", "a", 5);
        String id = ids.sign(new RecommendationId(1, now, "home", "personal", List.of(), 0.5, exposure));
        Event order = Events.order("o1")
                .by("u1")
                .at(now)
                .with("recommendation_id", id)
                .line("p", 2, "10.00")
                .line("q", 1, "5.00")
                .build();
        fold(List.of(Events.refund("o1").by("u1").at(now).line("q", 1, "5.00").build()));
        assertThat(dump()).as("a refund whose order is not known").isEmpty();
        fold(List.of(order));
        assertRevenue(1, "20.00");
        fold(List.of(Events.refund("o1").by("u1").at(now).with("revenue", 5).build()));
        assertRevenue(1, "15.00");
        Event whole = Events.refund("o1").by("u1").at(now).build();
        fold(List.of(whole));
        fold(List.of(whole, order));
        assertRevenue(1, "0.00");
        fold(List.of(Events.track("Order Cancelled")
                .with("order_id", "o1")
                .by("u1")
                .at(now)
                .build()));
        assertRevenue(0, "0.00");
        assertThat(outcomes.moments("taste"))
                .singleElement()
                .satisfies(arm -> assertThat(arm.converted()).isZero());
    }

    @Test
    void aRefundOfARecommendationThatIsForgottenChangesNothing() {
        String id = ids.sign(new RecommendationId(1, now, "home", "popular", List.of(), 1, null));
        fold(List.of(Events.order("o1")
                .by("u1")
                .at(now)
                .with("recommendation_id", id)
                .line("p", 1, "10.00")
                .build()));
        Tables.empty(jdbc, "recommendation_outcome");
        String sums = dump();
        fold(List.of(Events.refund("o1").by("u1").at(now).build()));
        assertThat(dump()).isEqualTo(sums);
    }

    @Test
    void anOutcomeOfAnEarlierReleaseIsStillRead() {
        String id = ids.sign(new RecommendationId(1, now, "home", "popular", List.of(), 1, null));
        fold(List.of(click(id, now)));
        jdbc.sql("""
                update recommendation_outcome set ordered = true, revenue = 3.2,
                    sales = array['00ff' || E'\\x1f' || '3.2000' || E'\\x1f' || '1000001772360000000m-1']
                """).update();
        assertThat(transaction.<Map<Long, Outcome>>execute(status -> store.lock(List.of(1L), List.of())))
                .extractingByKey(1L)
                .satisfies(outcome -> assertThat(outcome.sales())
                        .containsExactlyEntriesOf(Map.of("00ff", new Sale(true, new BigDecimal("3.2000")))));
    }

    @Test
    void whatHappensOrArrivesAfterTheWindowDoesNotCount() {
        String old = ids.sign(new RecommendationId(
                1, now.minus(Duration.ofDays(7).plusSeconds(1)), "home", "popular", List.of(), 1, null));
        fold(List.of(click(old, now)));
        assertThat(outcomes.arms("")).isEmpty();
        assertThat(dump()).isEmpty();
        assertThat(new Http(port)
                        .get("/v1/recommendations/" + old)
                        .body()
                        .path("verdict")
                        .asString())
                .isEqualTo("expired");
    }

    @Test
    void whatIsPastItsRetentionIsForgotten() {
        String id = ids.sign(new RecommendationId(1, now, "home", "popular", List.of(), 1, new Exposure("e", "a", 5)));
        fold(List.of(click(id, now)));
        assertThat(store.purge(now.minusSeconds(60), now.minusSeconds(60), now.minus(Duration.ofDays(2))))
                .isZero();
        fold(List.of(Events.refund("o1").by("u1").at(now).build()));
        assertThat(store.purge(now.plusSeconds(60), now.plusSeconds(60), now.plus(Duration.ofDays(2))))
                .isEqualTo(4);
    }

    private void assertRevenue(long ordered, String revenue) {
        Tally day = outcomes.days(LocalDate.EPOCH, LocalDate.EPOCH.plusYears(200), "home", 1)
                .values()
                .iterator()
                .next();
        for (Tally tally :
                List.of(day, Objects.requireNonNull(outcomes.arms("taste").get("a")))) {
            assertThat(tally.ordered()).isEqualTo(ordered);
            assertThat(tally.revenue()).isEqualByComparingTo(revenue);
        }
        assertThat(outcomes.logged("taste", now.plusSeconds(1), 1))
                .singleElement()
                .satisfies(logged -> {
                    assertThat(logged.ordered()).isEqualTo(ordered > 0);
                    assertThat(logged.revenue()).isEqualTo(Double.parseDouble(revenue));
                });
        assertThat(outcomes.moments("taste"))
                .singleElement()
                .satisfies(arm -> assertThat(arm.revenue()).isEqualTo(Double.parseDouble(revenue)));
    }

    /** A refund, a cancellation or an update of an order, before it or after it. */
    private Event changeOf(String order, int i, Random random) {
        Instant at = now.plusMillis(random.nextInt(40));
        return switch (i % 5) {
            case 0 ->
                Events.refund(order).by("u" + i).at(at).line("p", 1, "2.10").build();
            case 1 ->
                Events.refund(order).by("u" + i).at(at).with("revenue", "0.70").build();
            case 2 ->
                Events.track("Order Cancelled")
                        .with("order_id", order)
                        .by("u" + i)
                        .at(at)
                        .build();
            case 3 ->
                Events.track("Order Updated")
                        .with("order_id", order)
                        .by("u" + i)
                        .at(at)
                        .line("p", 1 + random.nextInt(3), "2.50")
                        .build();
            default -> Events.refund(order).by("u" + i).at(at).build();
        };
    }

    private static Event click(String id, Instant at) {
        return Events.track("Product Clicked")
                .with("product_id", "p")
                .with("recommendation_id", id)
                .by("u1")
                .at(at)
                .build();
    }

    private String dump() {
        return String.join("\n", jdbc.sql("""
                select row (d.*)::text from recommendation_day d union all
                select row (experiment, arm, unit, seen, clicked, carted, ordered, revenue)::text from experiment_shopper
                union all select row (nonce, experiment, arm, clicked, carted, ordered, revenue, sales)::text
                from recommendation_outcome order by 1
                """).query(String.class).list());
    }

    private List<String> orders() {
        return jdbc.sql("select order_key || encode(content, 'hex') from recommendation_order order by 1")
                .query(String.class)
                .list();
    }

    private void fold(List<Event> events) {
        transaction.executeWithoutResult(status -> {
            AttributionBatch batch = attribution.batch();
            for (Event event : events) {
                batch.add(event, Objects.requireNonNull(CommerceEvent.of(event)));
            }
            attribution.record(batch);
        });
    }
}
