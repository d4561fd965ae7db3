package io.perennial.recommendation.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Event;
import io.perennial.common.event.Trust;
import io.perennial.common.testkit.Events;
import io.perennial.common.testkit.StreamDriver;
import io.perennial.recommendation.Http;
import io.perennial.recommendation.WholeService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@WholeService
class CatalogIT {

    private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Catalog catalog;

    @Test
    void theFeedWinsOverEventsUntilItTakesItsWordBack() {
        try (StreamDriver driver = new StreamDriver()) {
            driver.publish(Events.viewed("c1")
                    .by("u1")
                    .with("name", "LANTERN")
                    .with("price", 3.39)
                    .with("category", "Light")
                    .with("url", "https://shop.example/c1")
                    .build());
            driver.awaitHandled(jdbc, "recommendation");
        }
        JsonNode learnt = product("c1");
        assertThat(learnt.path("name").asString()).isEqualTo("LANTERN");
        assertThat(learnt.path("price").path("amount").asString()).isEqualTo("3.39");
        assertThat(learnt.path("sellable").asBoolean()).isTrue();
        put("{\"productId\":\"c1\",\"name\":\"White metal lantern\",\"price\":\"2.99\",\"stock\":0}");
        JsonNode fed = product("c1");
        assertThat(fed.path("name").asString()).isEqualTo("White metal lantern");
        assertThat(fed.path("category").asString()).isEqualTo("Light");
        assertThat(fed.path("sellable").asBoolean()).isFalse();
        put("{\"productId\":\"c1\",\"name\":null}");
        assertThat(product("c1").path("name").asString()).isEqualTo("LANTERN");
        assertThat(product("c1").path("stock").asInt(-1)).isZero();
    }

    @Test
    void oneBadRowNeverFailsTheOthersAndTheSameFeedTwiceChangesNothing() {
        String body = """
                {"products":[{"productId":"f1","name":"One","stock":5},{"name":"nameless"},
                {"productId":"f2","price":-1},{"productId":"f1","stock":6},7,{"productId":"f3"}]}""";
        for (int round = 0; round < 2; round++) {
            Http.Answer answer = new Http(port).put("/v1/products", body);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("accepted").asInt()).isEqualTo(3);
            assertThat(answer.body().path("rejected").size()).isEqualTo(3);
            assertThat(answer.body().path("rejected").path(1).path("index").asInt())
                    .isEqualTo(2);
            assertThat(answer.body().path("rejected").path(1).path("field").asString())
                    .isEqualTo("price");
            assertThat(product("f1").path("stock").asInt()).isEqualTo(6);
            assertThat(product("f1").path("name").asString()).isEqualTo("One");
        }
    }

    @Test
    void bodiesThatAreNoFeedAreAnsweredWithAProblem() {
        Http http = new Http(port);
        for (String body : List.of("", "nonsense", "[]", "{}", "{\"products\":7}", "null")) {
            Http.Answer answer = http.put("/v1/products", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.body().path("field").asString()).isEqualTo("products");
        }
        assertThat(http.put("/v1/products", "{\"products\":[" + "{},".repeat(10_000) + "{}]}")
                        .status())
                .isEqualTo(400);
        assertThat(http.get("/v1/products/nobody-sells-this").status()).isEqualTo(404);
    }

    @Test
    void theTableLearnsTheSameWhateverTheOrder(@Autowired CatalogStore store) {
        long seed = System.nanoTime();
        System.out.println("CatalogIT seed " + seed);
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            events.add(Events.viewed("order-free")
                    .by("u1")
                    .messageId("m" + i)
                    .from("shop", random.nextInt(4) == 0 ? Trust.BROWSER : Trust.SERVER)
                    .with(random.nextBoolean() ? "name" : "brand", "value" + random.nextInt(6))
                    .with(random.nextBoolean() ? "price" : "category", 1 + random.nextInt(4))
                    .at(DAY.plusSeconds(random.nextInt(8)))
                    .build());
        }
        CatalogProduct expected = null;
        for (int round = 0; round < 10; round++) {
            Collections.shuffle(events, random);
            jdbc.sql("delete from product where product_id = 'order-free'").update();
            for (int from = 0; from < events.size(); from += 7) {
                CatalogLesson lesson = new CatalogLesson("GBP");
                for (Event event : events.subList(from, Math.min(events.size(), from + 7))) {
                    lesson.add(
                            event, java.util.Objects.requireNonNull(io.perennial.common.event.CommerceEvent.of(event)));
                }
                store.learn(lesson.products(), DAY);
            }
            CatalogProduct learnt = catalog.now().find("order-free");
            expected = expected == null ? learnt : expected;
            assertThat(learnt).as("seed %d, round %d", seed, round).isNotNull().isEqualTo(expected);
        }
    }

    private JsonNode product(String productId) {
        Http.Answer answer = new Http(port).get("/v1/products/" + productId);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private void put(String row) {
        Http.Answer answer = new Http(port).put("/v1/products", "{\"products\":[" + row + "]}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("rejected").size()).isZero();
    }
}
