package io.perennial.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perennial.common.event.CommerceEvent;
import io.perennial.common.testkit.Events;
import io.perennial.recommendation.Http;
import io.perennial.recommendation.Tables;
import io.perennial.recommendation.WholeService;
import io.perennial.recommendation.clicklog.ClickLog;
import io.perennial.recommendation.clicklog.ClickLogBatch;
import io.perennial.recommendation.ranker.Feature;
import io.perennial.recommendation.ranker.FeatureRow;
import io.perennial.recommendation.ranker.JudgedShelf;
import io.perennial.recommendation.ranker.ShownShelves;
import io.perennial.recommendation.signature.RecommendationId;
import io.perennial.recommendation.signature.RecommendationIds;
import io.perennial.recommendation.signature.ShownItem;
import io.perennial.recommendation.signature.Verification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@WholeService
class RankerIT {

    @LocalServerPort
    private int port;

    @Autowired
    private RecommendationIds ids;

    @Autowired
    private ClickLog log;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @BeforeEach
    void empty() {
        Tables.emptyShop(jdbc);
        Tables.empty(jdbc, "click_log");
    }

    @Test
    void whatShoppersChooseOrdersTheShelfOnceItProvesWorthIt() {
        Http http = new Http(port);
        http.put("/v1/products", """
                {"products":[{"productId":"a","name":"Lamp","price":10,"margin":0.01},
                 {"productId":"b","name":"Chair","price":10,"margin":0.9},
                 {"productId":"c","name":"Pan","price":10,"margin":0.3}]}""");
        assertThat(new Jobs(port).trained("ranker").path("state").asString()).isEqualTo("refused");

        show(new ShownShelves(new Random(3), 0.7, row -> 0.6 * row.root(Feature.MARGIN))
                .sortedBy(Feature.BLEND, 0.5, 2_500));
        assertThat(new Jobs(port).trained("ranker").path("state").asString()).isEqualTo("succeeded");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(http.recommend("home").products()).containsExactly("b", "c", "a"));
        JsonNode model =
                http.get("/v1/recommendation-models").body().path("items").path(0);
        assertThat(model.path("kind").asString()).isEqualTo("ranker");
        JsonNode home = model.path("provenance").path("placements").path("home");
        assertThat(home.path("shelves").asInt()).isEqualTo(2_500);
        assertThat(home.path("evaluation").path("gain").asDouble()).isPositive();
        assertThat(home.path("weights").path("margin").asDouble()).isGreaterThan(2);
        assertThat(home.path("examination").size()).isEqualTo(10);
        assertThat(http.text(
                        "/v1/recommendation-models/" + model.path("modelId").asString() + "/report"))
                .contains("ranker model", "margin", "Looked at", "<polyline")
                .doesNotContain("Nothing was measured");
    }

    @Test
    void anAnswerToWhoConsentsSaysWhatWasKnownOfItsItemsAndNoOtherDoes() {
        Http http = new Http(port);
        http.put("/v1/products", """
                {"products":[{"productId":"a","name":"Lamp","price":10,"margin":1}]}""");
        assertThat(items(http.recommend("home", "userId", "somebody")))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.is("a")).isTrue();
                    FeatureRow features = new FeatureRow(item.features());
                    assertThat(features.root(Feature.MARGIN)).isEqualTo(1);
                    assertThat(features.root(Feature.STOCK)).isEqualTo(1);
                    assertThat(features.root(Feature.POPULARITY)).isZero();
                });
        assertThat(items(http.recommend("home"))).as("nobody is known").isEmpty();
    }

    private List<ShownItem> items(Http.Answer answer) {
        String id = answer.body().path("recommendationId").asString();
        return ids.verify(id, clock.instant(), clock.instant()) instanceof Verification.Valid(RecommendationId read)
                ? read.items()
                : List.of();
    }

    private void show(List<JudgedShelf> shelves) {
        Instant at = clock.instant().minus(Duration.ofHours(3));
        transaction.executeWithoutResult(status -> {
            ClickLogBatch batch = log.batch();
            for (int number = 0; number < shelves.size(); number++) {
                show(number, at.plusMillis(number), shelves.get(number), batch);
            }
            log.record(batch);
        });
    }

    private void show(int number, Instant at, JudgedShelf shelf, ClickLogBatch batch) {
        List<ShownItem> items = new ArrayList<>();
        for (FeatureRow row : shelf.items()) {
            items.add(ShownItem.of("p" + items.size(), row.bits()));
        }
        String id = ids.sign(new RecommendationId(number, at, "home", "personal", List.of(), 1, null, items));
        add(batch, Events.track("Product List Viewed").with("list_id", id), at);
        for (int place = 0; place < items.size(); place++) {
            if ((shelf.chosen() >>> place & 1) == 1) {
                add(
                        batch,
                        Events.track("Product Clicked")
                                .with("product_id", "p" + place)
                                .with("recommendation_id", id),
                        at);
            }
        }
    }

    private static void add(ClickLogBatch batch, Events event, Instant at) {
        var built = event.by("u1").at(at).build();
        batch.add(built, Objects.requireNonNull(CommerceEvent.of(built)));
    }
}
