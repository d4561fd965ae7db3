package io.perennial.recommendation.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.Event;
import io.perennial.common.event.Trust;
import io.perennial.common.testkit.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LearntProductTests {

    private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void whatIsLearntDoesNotDependOnTheOrderOfEvents() {
        long seed = System.nanoTime();
        System.out.println("LearntProductTests seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Events event = Events.viewed("p" + random.nextInt(2))
                        .by("u1")
                        .from("shop", random.nextInt(3) == 0 ? Trust.BROWSER : Trust.SERVER)
                        .messageId("m" + random.nextInt(1000) + "-" + i)
                        .at(DAY.plusSeconds(random.nextInt(4)));
                if (random.nextBoolean()) {
                    event.with("name", "name" + random.nextInt(5));
                }
                if (random.nextBoolean()) {
                    event.with("price", 1 + random.nextInt(5));
                }
                events.add(event.build());
            }
            Map<String, LearntProduct> expected = learn(events);
            Collections.shuffle(events, random);
            int cut = random.nextInt(events.size());
            Map<String, LearntProduct> first = learn(events.subList(0, cut));
            learn(events.subList(cut, events.size()))
                    .forEach((productId, product) -> first.computeIfAbsent(productId, id -> new LearntProduct())
                            .merge(product));
            assertThat(first).as("seed %d, round %d", seed, round).isEqualTo(expected);
        }
    }

    @Test
    void aServersWordStandsAgainstALaterBrowsers() {
        Map<String, LearntProduct> learnt = learn(List.of(
                Events.viewed("p1").by("u1").with("name", "Lantern").at(DAY).build(),
                Events.viewed("p1")
                        .by("u1")
                        .with("name", "BUY AT EVIL SHOP")
                        .at(DAY.plusSeconds(9))
                        .from("web", Trust.BROWSER)
                        .build()));
        assertThat(value(learnt, LearntAttribute.NAME)).isEqualTo("Lantern");
    }

    @Test
    void aPriceOfZeroInAnotherCurrencyOrNegativeTeachesNothing() {
        assertThat(price(Events.viewed("p1").with("price", 0))).isNull();
        assertThat(price(Events.viewed("p1").with("price", "-3"))).isNull();
        assertThat(price(Events.viewed("p1").with("price", "3").with("currency", "EUR")))
                .isNull();
        assertThat(price(Events.viewed("p1").with("price", "3.50").with("currency", "gbp")))
                .isEqualTo("3.5");
    }

    @Test
    void addressesThatCouldRunInThePageAreNotLearnt() {
        assertThat(LearntAttribute.url("javascript:alert(1)")).isNull();
        assertThat(LearntAttribute.url("/relative")).isNull();
        assertThat(LearntAttribute.url("HTTPS://shop.example/p 1")).isNull();
        assertThat(LearntAttribute.url("HTTPS://shop.example/p1")).isEqualTo("HTTPS://shop.example/p1");
    }

    @Test
    void linesWithoutAUsableProductIdAreLeftOut() {
        Event event =
                Events.track("Product Viewed").by("u1").with("name", "Nameless").build();
        Event control = Events.viewed("a\u0000b").by("u1").build();
        Event endless = Events.viewed("x".repeat(101)).by("u1").build();
        assertThat(learn(List.of(event, control, endless))).isEmpty();
    }

    @Test
    void unchangedLinesAreNoNewsUntilTheyAreMuchLater() {
        LearntCache cache = new LearntCache(10, Duration.ofDays(1));
        Map<String, LearntProduct> first = learn(List.of(named("Lantern", DAY)));
        assertThat(cache.news(first)).containsKey("p1");
        assertThat(cache.news(first)).as("not committed yet").containsKey("p1");
        cache.committed(first);
        assertThat(cache.news(first)).isEmpty();
        assertThat(cache.news(learn(List.of(named("Lantern", DAY.plusSeconds(60))))))
                .isEmpty();
        assertThat(cache.news(learn(List.of(named("Lamp", DAY.plusSeconds(60))))))
                .containsKey("p1");
        assertThat(cache.news(learn(List.of(named("Lamp", DAY.minusSeconds(60))))))
                .isEmpty();
        assertThat(cache.news(learn(List.of(named("Lantern", DAY.plus(Duration.ofDays(1)))))))
                .containsKey("p1");
    }

    private static Event named(String name, Instant at) {
        return Events.viewed("p1").by("u1").with("name", name).at(at).build();
    }

    private static @Nullable String price(Events event) {
        Map<String, LearntProduct> learnt = learn(List.of(event.by("u1").build()));
        LearntProduct.Learnt price =
                learnt.getOrDefault("p1", new LearntProduct()).get(LearntAttribute.PRICE);
        return price == null ? null : price.value();
    }

    private static String value(Map<String, LearntProduct> learnt, LearntAttribute attribute) {
        return Objects.requireNonNull(
                        learnt.getOrDefault("p1", new LearntProduct()).get(attribute))
                .value();
    }

    private static Map<String, LearntProduct> learn(List<Event> events) {
        CatalogLesson lesson = new CatalogLesson("GBP");
        for (Event event : events) {
            lesson.add(event, Objects.requireNonNull(CommerceEvent.of(event)));
        }
        return lesson.products();
    }
}
