package io.perennial.recommendation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Event;
import io.perennial.common.testkit.Events;
import io.perennial.recommendation.Tables;
import io.perennial.recommendation.WholeService;
import io.perennial.recommendation.history.Histories;
import io.perennial.recommendation.history.History;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@WholeService
@TestPropertySource(properties = "perennial.recommendation.catalog.learnt-cache=200000")
class IntakeIT {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int BATCH = 1_000;
    private static final int LINES = 21;

    @Autowired
    private EventIntake intake;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void empty() {
        Tables.empty(jdbc, "product", "shopper_history");
    }

    @Test
    void theTableHoldsTheSameHistoryWhateverTheOrderAndRepetition() {
        long seed = System.nanoTime();
        System.out.println("IntakeIT seed " + seed);
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String productId = "p" + random.nextInt(8);
            Events event = random.nextBoolean()
                    ? Events.viewed(productId)
                    : Events.order("o" + i).line(productId, 1, "1.00");
            events.add(event.by("order-free")
                    .at(START.plusSeconds(random.nextInt(100)))
                    .build());
        }
        History expected = null;
        for (int round = 0; round < 8; round++) {
            Tables.empty(jdbc, "shopper_history");
            Collections.shuffle(events, random);
            for (int from = 0; from < events.size(); from += 9) {
                fold(events.subList(from, Math.min(events.size(), from + 9)));
            }
            fold(events.subList(0, 5));
            History history = Histories.read(
                    jdbc.sql("select entries from shopper_history where identifier = 'userId:order-free'")
                            .query(byte[].class)
                            .single());
            expected = expected == null ? history : expected;
            assertThat(history).as("seed %d, round %d", seed, round).isEqualTo(expected);
        }
    }

    @Test
    void aBatchThatRollsBackLeavesNoTraceAndIsLearntWhenItComesAgain() {
        List<Event> batch = List.of(
                Events.viewed("rolled-back").with("name", "Lantern").by("u1").build());
        transaction.executeWithoutResult(status -> {
            intake.handle(batch);
            status.setRollbackOnly();
        });
        assertThat(count("product")).isZero();
        fold(batch);
        assertThat(count("product")).isEqualTo(1);
    }

    @Test
    void largeBatchesLeaveOneRowAShopperAndOneAProduct() {
        List<List<Event>> batches = batches("a", 2);

        batches.forEach(this::fold);

        assertThat(count("shopper_history"))
                .isEqualTo(batches.stream()
                        .flatMap(List::stream)
                        .map(Event::identifier)
                        .distinct()
                        .count());
        assertThat(count("product"))
                .isEqualTo(batches.stream()
                        .flatMap(List::stream)
                        .flatMap(event -> event.properties().list("products").stream())
                        .map(product -> product.text("product_id"))
                        .distinct()
                        .count());
    }

    /** Orders in time order, a fifth of the 4,000 products in most of the lines, prices by quantity. */
    private static List<List<Event>> batches(String shoppers, int count) {
        Random random = new Random(1);
        List<List<Event>> batches = new ArrayList<>();
        for (int b = 0; b < count; b++) {
            List<Event> batch = new ArrayList<>();
            for (int e = 0; e < BATCH; e++) {
                Events order = Events.order(shoppers + b + '-' + e)
                        .by(shoppers + random.nextInt(4_000))
                        .at(START.plusSeconds(1_200L * (b * BATCH + e)));
                for (int line = 0; line < LINES; line++) {
                    int product = (int) (4_000 * Math.pow(random.nextDouble(), 2.5));
                    order.line("8" + product, 1, random.nextInt(4) == 0 ? "2.55" : "2.95");
                }
                batch.add(order.build());
            }
            batches.add(batch);
        }
        return batches;
    }

    private void fold(List<Event> batch) {
        transaction.executeWithoutResult(status -> intake.handle(batch));
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
