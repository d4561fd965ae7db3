package io.perennial.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.perennial.churn.model.ModelRegistry;
import io.perennial.churn.refresh.Folding;
import io.perennial.common.event.Event;
import io.perennial.common.testkit.WithInfrastructure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;

/** A real shop's year, folded as it would be replayed and trained on with the shipped settings. */
@WithInfrastructure
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=churn-service", "management.server.port=0", "perennial.churn.training.cron=-"
        })
@ActiveProfiles("local")
@DirtiesContext
class OnlineRetailIT {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ModelRegistry models;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    @Test
    void aRealYearTrainsAndExplainsItself() throws IOException {
        Path file = OnlineRetail.file();
        assumeTrue(file != null, "SKIPPED: shared/data/online-retail.csv.gz is not in any parent folder");
        forgetEverything();
        List<Event> events = OnlineRetail.events(file, Duration.between(OnlineRetail.LAST, Instant.now()));

        Folding.fold(context, events);
        Api api = new Api(port);
        JsonNode job = api.post("/v1/churn-models/train", "{}").body();
        await().atMost(Duration.ofMinutes(3))
                .until(() -> !api.get("/v1/churn-models/jobs/" + job.path("id").asString())
                        .body()
                        .path("finishedAt")
                        .asString("")
                        .isEmpty());
        JsonNode done =
                api.get("/v1/churn-models/jobs/" + job.path("id").asString()).body();
        System.out.printf(
                "trained in %d ms%n",
                Duration.between(
                                Instant.parse(done.path("startedAt").asString()),
                                Instant.parse(done.path("finishedAt").asString()))
                        .toMillis());
        JsonNode model = api.get("/v1/churn-models").body().path("items").get(0);
        JsonNode answer = api.get("/v1/churn/17850").body();

        assertThat(model.at("/report/auc/value").asDouble()).isGreaterThan(0.72);
        assertThat(model.at("/report/gainOverRecency/low").asDouble()).isPositive();
        assertThat(answer.path("band").asString()).isEqualTo("high");
    }

    /** Before, since others may have been here; after, since they would train on this shop too. */
    @AfterEach
    void forgetEverything() {
        for (String table :
                List.of("training_job", "churn_model", "churn_score", "shopper_history", "erased_identifier")) {
            jdbc.sql("delete from " + table).update();
        }
        models.look();
    }
}
