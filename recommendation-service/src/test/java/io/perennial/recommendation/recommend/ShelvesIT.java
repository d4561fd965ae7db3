package io.perennial.recommendation.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perennial.common.event.Event;
import io.perennial.common.testkit.Events;
import io.perennial.recommendation.Http;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands on the shelves and why, over HTTP. */
class ShelvesIT extends TwoTastesShop {

    @Test
    void aColdProductShowsUpWhereItsAttributesFit() {
        feed(
                "{\"productId\":\"warm\",\"name\":\"Copper watering can\",\"category\":[\"Garden\",\"Water\"],\"brand\":\"Fern\"}");
        feed(
                "{\"productId\":\"cold\",\"name\":\"Zinc watering can\",\"category\":[\"Garden\",\"Water\"],\"brand\":\"Fern\"}");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Http.Answer answer = http().recommend("product", "productId", "warm");
            assertThat(answer.products()).startsWith("cold");
            assertThat(answer.reason("cold")).isEqualTo("Similar to Copper watering can");
            assertThat(answer.strategy()).isEqualTo("contextual");
        });
        driver.publish(viewed("warm").by("gardener").build());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                http().recommend("home", "userId", "gardener").products())
                        .startsWith("cold"));
        Http.Answer words = http().recommend("home", "query", "zinc can");
        assertThat(words.products()).startsWith("cold");
        assertThat(words.reason("cold")).isEqualTo("Fits what you are looking for");
        assertThat(http().recommend("home", "referrer", "https://search.example/?q=watering+can")
                        .products())
                .startsWith("cold");
    }

    @Test
    void aColdShopperWithOneClickSeesTheSessionsTaste() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            events.add(viewed("pan")
                    .byAnonymous("walker" + i)
                    .at(clock.instant().minusSeconds(60))
                    .build());
            events.add(viewed("whisk")
                    .byAnonymous("walker" + i)
                    .at(clock.instant().minusSeconds(50))
                    .build());
        }
        driver.publish(events);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Http.Answer answer = http().recommend("home", "session", "pan");
            assertThat(answer.products()).startsWith("whisk");
            assertThat(answer.reason("whisk")).startsWith("Others went on to this");
            assertThat(answer.strategy()).isEqualTo("contextual");
        });
        driver.publish(viewed("pan").byAnonymous("newcomer").at(clock.instant()).build());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(http().recommend("home", "anonymousId", "newcomer")
                                .products())
                        .contains("whisk"));
    }

    @Test
    void aBoughtDurableDisappearsAndADueConsumableReturns() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            events.add(ordered("drinker" + i, 40 + i % 3, "coffee", "mill"));
            events.add(ordered("drinker" + i, 10, "coffee"));
        }
        events.add(ordered("due", 30, "coffee", "mill"));
        events.add(ordered("stocked", 2, "coffee", "mill"));
        driver.publish(events);
        driver.awaitHandled(jdbc, GROUP);
        retrain();
        feed("{\"productId\":\"coffee\",\"name\":\"COFFEE BEANS\"}");
        Http.Answer due = http().recommend("home", "userId", "due", "limit", "50");
        assertThat(due.products()).contains("coffee").doesNotContain("mill");
        assertThat(due.reason("coffee")).isEqualTo("Running low on COFFEE BEANS?");
        assertThat(http().recommend("home", "userId", "stocked", "limit", "50").products())
                .doesNotContain("coffee", "mill")
                .isNotEmpty();
    }

    @Test
    void theOrderConfirmationShowsWhatIsBoughtTogether() {
        Http.Answer answer = http().recommend("order-confirmation", "productId", "spade");
        assertThat(answer.products()).startsWith("hose").contains("rake").doesNotContain("spade");
        assertThat(http().recommend("cart", "cart", "pan", "cart", "pot").products())
                .startsWith("ladle")
                .doesNotContain("pan", "pot");
    }

    @Test
    void filtersOfTheRequestHoldAndSayWhereNothingFits() {
        feed("{\"productId\":\"dear\",\"name\":\"Silver trowel\",\"category\":\"Tools > Silver\",\"price\":90}");
        assertThat(http().recommend("category", "category", "Tools").products()).containsExactly("dear");
        assertThat(http().recommend("home", "minPrice", "80", "maxPrice", "100").products())
                .containsExactly("dear");
        Http.Answer nothing = http().recommend("home", "category", "Boats");
        assertThat(nothing.products()).isNotEmpty();
        assertThat(nothing.strategy()).endsWith("-outside-filters");
        assertThat(http().recommend("product", "productId", "spade", "exclude", "rake")
                        .products())
                .doesNotContain("rake")
                .contains("hose");
        for (Map.Entry<String, String> bad : Map.of(
                        "minPrice", "-1", "maxPrice", "cheap", "category", "x".repeat(301), "query", "a\u0007b")
                .entrySet()) {
            assertThat(http().recommend("home", bad.getKey(), bad.getValue()).status())
                    .as(bad.getKey())
                    .isEqualTo(400);
        }
        assertThat(http().recommend("home", "minPrice", "9", "maxPrice", "8")
                        .body()
                        .path("field")
                        .asString())
                .isEqualTo("minPrice");
    }

    @Test
    void whatWasSeenTooOftenAndPassedByMakesRoom() {
        assertThat(http().put("/v1/placements/tired", "{\"filters\":{\"seenAtMost\":2}}")
                        .status())
                .isEqualTo(200);
        driver.publish(
                viewed("spade").by("tired").at(clock.instant().minusSeconds(90)).build());
        driver.awaitHandled(jdbc, GROUP);
        assertThat(http().recommend("tired", "userId", "tired").products()).contains("rake");
        for (int i = 0; i < 3; i++) {
            driver.publish(Events.track("Product List Viewed")
                    .with("list_id", "tired")
                    .with("products", List.of(Map.of("product_id", "rake")))
                    .by("tired")
                    .at(clock.instant().minusSeconds(60 - i))
                    .build());
        }
        driver.awaitHandled(jdbc, GROUP);
        assertThat(http().recommend("tired", "userId", "tired").products())
                .doesNotContain("rake")
                .contains("hose");
    }

    @Test
    void aPlacementIsChangedOverRestAndBadOnesAreNamed() {
        assertThat(http().get("/v1/placements/home").body().path("version").asInt(-1))
                .isZero();
        Http.Answer put = http().put("/v1/placements/seasonal", """
                        {"excludeBought":true,"sources":{"neighbours":1},"rules":[
                        {"action":"pin","productId":"ladle","position":2},{"action":"bury","productId":"rake","factor":0}],
                        "diversity":{"lambda":0.7,"perBrand":2},"exploration":0.1}""");
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.body().path("version").asInt()).isEqualTo(1);
        Http.Answer shelf = http().recommend("seasonal", "productId", "spade", "limit", "3");
        assertThat(shelf.products()).hasSize(3).doesNotContain("rake");
        assertThat(shelf.products().get(1)).isEqualTo("ladle");
        assertThat(shelf.reason("ladle")).isEqualTo("Our choice for you");
        assertThat(http().put("/v1/placements/seasonal?version=0", "{}").status())
                .isEqualTo(409);
        assertThat(http().put("/v1/placements/seasonal?version=1", "{\"exploration\":1}")
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        Http.Answer tried = http().recommend("seasonal", "productId", "spade", "limit", "3");
        assertThat(tried.products()).hasSize(3).doesNotHaveDuplicates();
        assertThat(tried.body().path("items").path(0).path("reason").asString()).isEqualTo("Something different");
        assertThat(http().get("/v1/placements").body().path("items").size()).isGreaterThanOrEqualTo(8);
        Map.of(
                        "{\"exploration\":2}", "exploration",
                        "{\"sources\":{\"neighbours\":-1}}", "sources",
                        "{\"diversity\":{\"lambda\":7}}", "diversity.lambda",
                        "{\"rules\":[{\"action\":\"sell\"}]}", "rules",
                        "{\"colour\":1}", "colour",
                        "nonsense", "body")
                .forEach((body, field) -> {
                    Http.Answer answer = http().put("/v1/placements/broken", body);
                    assertThat(answer.status()).as(body).isEqualTo(400);
                    assertThat(answer.body().path("field").asString()).as(body).isEqualTo(field);
                });
        assertThat(http().put("/v1/placements/No Good".replace(" ", "%20"), "{}")
                        .status())
                .isEqualTo(400);
        assertThat(http().get("/v1/placements/broken").status()).isEqualTo(404);
    }

    private Event ordered(String userId, int daysAgo, String... productIds) {
        Events order = Events.order("c-" + userId + '-' + daysAgo)
                .by(userId)
                .at(clock.instant().minus(Duration.ofDays(daysAgo)));
        for (String productId : productIds) {
            order.line(productId, 1, "3.50");
        }
        return order.build();
    }
}
