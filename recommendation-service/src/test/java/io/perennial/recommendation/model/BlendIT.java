package io.perennial.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Event;
import io.perennial.common.testkit.Events;
import io.perennial.common.testkit.StreamDriver;
import io.perennial.recommendation.Http;
import io.perennial.recommendation.Tables;
import io.perennial.recommendation.WholeService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The blend, trained in a JVM of its own. */
@WholeService
class BlendIT {

    private static final int SHOPPERS = 120;
    private static final int PRODUCTS = 6;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ModelStore store;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Clock clock;

    @BeforeEach
    void shop() {
        Tables.emptyShop(jdbc);
        try (StreamDriver driver = new StreamDriver()) {
            driver.publish(orders());
            driver.awaitHandled(jdbc, "recommendation");
        }
    }

    @Test
    void aBlendIsTrainedPublishedWithItsProvenanceAndAnswersWithAReason() {
        JsonNode job = trained();
        assertThat(job.path("state").asString())
                .as(job.path("detail").asString())
                .isEqualTo("succeeded");
        assertThat(job.path("kind").asString()).isEqualTo("blend");
        JsonNode model = new Http(port)
                .get("/v1/recommendation-models")
                .body()
                .path("items")
                .path(0);
        assertThat(model.path("kind").asString()).isEqualTo("blend");
        assertThat(model.at("/provenance/shoppers").asInt()).isEqualTo(SHOPPERS);
        assertThat(model.at("/provenance/recipe").asString()).contains("trend");
        assertThat(model.at("/provenance/evaluation/blend/ndcg10").asDouble())
                .isGreaterThan(
                        model.at("/provenance/evaluation/popularity/ndcg10").asDouble());
        Http.Answer shelf = new Http(port).recommend("home", "userId", "s0", "limit", "2");
        assertThat(shelf.strategy()).isEqualTo("personal");
        assertThat(shelf.products()).containsExactlyInAnyOrder("garden4", "garden5");
        assertThat(shelf.reason("garden4")).startsWith("Because of what you bought");
    }

    @Test
    void aChildThatIsKilledPublishesNothingAndTheBlendThatStandsGoesOnAnswering() {
        trained();
        Models replica = new Models(store, transaction, json, clock);
        replica.poll();
        CurrentModels standing = replica.current();
        assertThat(standing.blend().products()).isEqualTo(2 * PRODUCTS);
        String path = new Jobs(port).ask("blend");
        Jobs.killChild();
        JsonNode job = new Jobs(port).ended(path);
        assertThat(job.path("state").asString()).isEqualTo("failed");
        assertThat(job.path("detail").asString()).contains("its JVM ended with status");
        replica.poll();
        assertThat(replica.current()).isSameAs(standing);
        assertThat(replica.degraded()).isFalse();
    }

    @Test
    void anArtefactCutShortIsNotServedAndAnErasedShopsBlendIsTakenBack() {
        trained();
        Models replica = new Models(store, transaction, json, clock);
        replica.poll();
        CurrentModels standing = replica.current();
        jdbc.sql("""
                update recommendation_model set model_id = gen_random_uuid(),
                    artefact = substring(artefact from 1 for octet_length(artefact) - 1),
                    checksum = encode(sha256(substring(artefact from 1 for octet_length(artefact) - 1)), 'hex')
                where kind = 'blend'
                """).update();
        replica.poll();
        assertThat(replica.current()).isSameAs(standing);
        assertThat(replica.degraded()).isTrue();
        Tables.empty(jdbc, "shopper_history");
        JsonNode job = trained();
        assertThat(job.path("state").asString()).isEqualTo("refused");
        assertThat(job.path("detail").asString()).contains("it takes 100");
        replica.poll();
        assertThat(replica.current().blend().products()).isZero();
    }

    /** Two tastes of six products; everybody orders four of theirs in its order, one a week. */
    private List<Event> orders() {
        Instant start = clock.instant().minus(Duration.ofDays(60));
        List<Event> orders = new ArrayList<>();
        for (int shopper = 0; shopper < SHOPPERS; shopper++) {
            String taste = shopper % 2 == 0 ? "garden" : "kitchen";
            for (int week = 0; week < 4; week++) {
                orders.add(Events.order("o" + shopper + '-' + week)
                        .by("s" + shopper)
                        .line(taste + (shopper / 2 + week) % PRODUCTS, 1, "2.00")
                        .at(start.plus(Duration.ofDays(7L * (week + shopper % 4)))
                                .plusSeconds(shopper))
                        .build());
            }
        }
        return orders;
    }

    private JsonNode trained() {
        return new Jobs(port).trained("blend");
    }
}
