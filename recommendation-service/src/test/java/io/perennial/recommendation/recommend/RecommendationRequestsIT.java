package io.perennial.recommendation.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.recommendation.Http;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecommendationRequestsIT extends TwoTastesShop {

    @Test
    void anUnknownProductIsSaidInTheStrategyAndShopperOrNothingStillGetAShelf() {
        assertThat(http().recommend("product", "productId", "unheard-of").strategy())
                .isEqualTo("popular-unknown-product");
        assertThat(http().recommend("home", "userId", "nobody-has-seen").products())
                .isNotEmpty();
        assertThat(http().recommend("home").products()).isNotEmpty();
        assertThat(http().recommend("home", "userId", " ").status()).isEqualTo(200);
    }

    @Test
    void badRequestsNameTheFieldAndTheFix() {
        Http.Answer placement = http().recommend("frontpage");
        assertThat(placement.status()).isEqualTo(400);
        assertThat(placement.body().path("field").asString()).isEqualTo("placement");
        assertThat(placement.body().path("detail").asString()).contains("home", "product", "cart", "search", "email");
        for (String limit : List.of("0", "-1", "1000000")) {
            Http.Answer answer = http().recommend("home", "limit", limit);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().path("field").asString()).isEqualTo("limit");
        }
        assertThat(http().recommend("home", "limit", "many").status()).isEqualTo(400);
        assertThat(http().get("/v1/recommendations").status()).isEqualTo(400);
        assertThat(http().post("/v1/recommendations/rank", "{}")
                        .body()
                        .path("field")
                        .asString())
                .isEqualTo("productIds");
        assertThat(http().post("/v1/recommendations/rank", "nonsense").status()).isEqualTo(400);
        assertThat(http().recommend("home", "userId", "a\u0000b").status()).isEqualTo(400);
    }

    @Test
    void rankReturnsTheSameProductsInTheShoppersOrder() {
        driver.publish(viewed("pan").by("ranker").build());
        driver.awaitHandled(jdbc, GROUP);
        Http.Answer answer = http().post(
                        "/v1/recommendations/rank",
                        "{\"userId\":\"ranker\",\"productIds\":[\"unheard-of\",\"spade\",\"ladle\"]}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.products()).containsExactly("ladle", "spade", "unheard-of");
        assertThat(answer.reason("ladle")).startsWith("Because");
        assertThat(answer.body().path("recommendationId").asString()).isNotBlank();
    }
}
