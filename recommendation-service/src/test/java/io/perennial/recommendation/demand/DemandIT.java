package io.perennial.recommendation.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.testkit.Events;
import io.perennial.recommendation.Http;
import io.perennial.recommendation.Tables;
import io.perennial.recommendation.WholeService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeService
class DemandIT {

    /** A Monday. */
    private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private Demands demands;

    @Autowired
    private DemandJobs jobs;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void empty() {
        Tables.empty(jdbc, "demand_aside", "demand_order", "product_week", "demand_forecast", "demand_run", "product");
    }

    @Test
    void weeksHoldOrdersLessWhatWasTakenBackWhateverTheOrder() {
        List<Event> events = new ArrayList<>(List.of(
                Events.order("o1")
                        .by("u1")
                        .at(START)
                        .line("a", 3, "1.00")
                        .line("b", 2, "1.00")
                        .build(),
                Events.refund("o1")
                        .by("u1")
                        .at(START.plus(Duration.ofDays(9)))
                        .line("a", 1, "1.00")
                        .build(),
                Events.order("o2").by("u2").at(START).line("a", 10, "1.00").build(),
                Events.track("Order Updated")
                        .by("u2")
                        .at(START.plusSeconds(60))
                        .with("order_id", "o2")
                        .line("a", 4, "1.00")
                        .build(),
                Events.track("Order Updated")
                        .by("u2")
                        .at(START.plusSeconds(90))
                        .with("order_id", "o2")
                        .build(),
                Events.order("o3").by("u3").at(START).line("a", 100, "1.00").build(),
                Events.track("Order Cancelled")
                        .by("u3")
                        .at(START.plusSeconds(60))
                        .with("order_id", "o3")
                        .build(),
                Events.order("o4")
                        .by("u4")
                        .at(START.plus(Duration.ofDays(7)))
                        .line("b", 5, "1.00")
                        .build(),
                Events.refund("unknown")
                        .by("u5")
                        .at(START.plus(Duration.ofDays(7)))
                        .line("b", 1, "1.00")
                        .build()));
        long seed = System.nanoTime();
        System.out.println("DemandIT seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 6; round++) {
            empty();
            Collections.shuffle(events, random);
            int cut = random.nextInt(events.size());
            record(events.subList(0, cut));
            demands.fold();
            record(events.subList(cut, events.size()));
            demands.fold();
            assertThat(weeks())
                    .as("seed %d, round %d", seed, round)
                    .containsExactly("a 2026-01-05 6", "b 2026-01-05 2", "b 2026-01-12 4");
            assertThat(jdbc.sql("select count(*) from demand_aside")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void stocksBelowAndFarAboveTheDemandAreListed() {
        List<Event> events = new ArrayList<>();
        for (int week = 0; week <= 20; week++) {
            for (int product = 0; product < 40; product++) {
                events.add(Events.order("o" + week + '-' + product)
                        .by("u" + product)
                        .at(START.plus(Duration.ofDays(7L * week)))
                        .line("p" + product, 10 + (week + product) % 3, "1.00")
                        .build());
            }
        }
        record(events);
        Http http = new Http(port);
        http.put("/v1/products", """
                {"products":[{"productId":"p1","stock":5},{"productId":"p2","stock":20},{"productId":"p3","stock":100},
                    {"productId":"p4","stock":5000},{"productId":"p5","stock":0}]}""");

        jobs.work();

        Http.Answer low = http.get("/v1/demand?state=low-stock");
        assertThat(low.products()).containsExactly("p5", "p1", "p2");
        assertThat(low.body().path("asOf").asString()).isEqualTo("2026-05-25");
        assertThat(low.body().path("provenance").path("products").asLong()).isEqualTo(40);
        assertThat(http.get("/v1/demand?state=over-stock").products()).containsExactly("p4");
        assertThat(http.get("/v1/demand?state=covered").products()).containsExactly("p3");
        Http.Answer first = http.get("/v1/demand?state=low-stock&limit=2");
        assertThat(http.get("/v1/demand?state=low-stock&cursor="
                                + first.body().path("next").asString())
                        .products())
                .containsExactly("p2");

        var p1 = http.get("/v1/demand/p1").body();
        assertThat(p1.path("state").asString()).isEqualTo("low-stock");
        assertThat(p1.path("class").asString()).isEqualTo("smooth");
        assertThat(p1.path("expected").asDouble()).isBetween(42.0, 46.0);
        assertThat(p1.path("weeks").path(0).path("week").asString()).isEqualTo("2026-05-25");
        assertThat(p1.path("weeks").size()).isEqualTo(4);
        assertThat(p1.path("weeksOfStock").asDouble()).isEqualTo(0.5);
        assertThat(http.get("/v1/demand/p9").body().path("state").asString()).isEqualTo("stock-unknown");
    }

    @Test
    void withoutAnythingThereIsAClearAnswer() {
        jobs.work();
        Http http = new Http(port);
        assertThat(http.get("/v1/demand?state=low-stock").body().path("items").size())
                .isZero();
        assertThat(http.get("/v1/demand/nothing").status()).isEqualTo(404);
        assertThat(http.get("/v1/demand").body().path("field").asString()).isEqualTo("state");
        record(List.of(
                Events.order("o1").by("u1").at(START).line("a", 1, "1.00").build()));
        jobs.work();
        assertThat(http.get("/v1/demand/a").status()).as("its week is not over").isEqualTo(404);
    }

    private List<String> weeks() {
        return jdbc.sql("""
                select product_id || ' ' || week || ' ' || trim_scale(units) from product_week where units <> 0
                order by product_id, week
                """).query(String.class).list();
    }

    private void record(List<Event> events) {
        transaction.executeWithoutResult(status -> {
            DemandBatch batch = demands.batch();
            for (Event event : events) {
                batch.add(event, Objects.requireNonNull(CommerceEvent.of(event)));
            }
            demands.record(batch);
        });
    }
}
