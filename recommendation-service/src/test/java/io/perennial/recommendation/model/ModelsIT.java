package io.perennial.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perennial.common.event.Event;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.testkit.Events;
import io.perennial.common.testkit.StreamDriver;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import io.perennial.recommendation.Http;
import io.perennial.recommendation.Tables;
import io.perennial.recommendation.WholeService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WholeService
class ModelsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ModelStore store;

    @Autowired
    private TrainingJobStore jobs;

    @Autowired
    private TrainingJobs training;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Clock clock;

    @BeforeEach
    void empty() {
        Tables.emptyShop(jdbc);
    }

    @Test
    void withoutAnyInteractionATrainingIsRefusedAndSaysWhy() {
        JsonNode job = trained();
        assertThat(job.path("state").asString()).isEqualTo("refused");
        assertThat(job.path("detail").asString()).contains("send events first");
        assertThat(new Http(port).recommend("home").status()).isEqualTo(200);
        assertThat(new Http(port).recommend("home").strategy()).isEqualTo("nothing-sellable");
    }

    @Test
    void aTrainingPublishesItsModelsWithTheirProvenanceAndEveryReplicaTakesThemOver() {
        shopOf("lamp", "vase");
        Models replica = new Models(store, transaction, json, clock);
        replica.poll();
        assertThat(replica.current().itemToItem().products()).isZero();
        assertThat(trained().path("state").asString()).isEqualTo("succeeded");
        replica.poll();
        CurrentModels first = replica.current();
        assertThat(first.itemToItem().neighboursOf("lamp")).hasSize(1);
        assertThat(first.popularity().mostPopularFirst()).hasSize(2);

        JsonNode models = new Http(port).get("/v1/recommendation-models").body().path("items");
        assertThat(models.size()).isEqualTo(4);
        JsonNode provenance = models.path(0).path("provenance");
        assertThat(provenance.path("shoppers").asInt()).isEqualTo(4);
        assertThat(provenance.path("parameters").path("supportFloor").asInt()).isEqualTo(2);
        assertThat(provenance.path("dataTo").asString()).isNotBlank();
        assertThat(provenance.path("code").asString()).isNotBlank();

        assertThat(trained().path("state").asString()).isEqualTo("succeeded");
        replica.poll();
        assertThat(replica.current()).isNotSameAs(first);
        assertThat(first.itemToItem().neighboursOf("lamp"))
                .as("who began on the old model ends on it")
                .hasSize(1);
        Http.Answer page = new Http(port).get("/v1/recommendation-models?limit=5");
        assertThat(page.body().path("items").size()).isEqualTo(5);
        Http.Answer rest = new Http(port)
                .get("/v1/recommendation-models?limit=5&cursor="
                        + page.body().path("next").asString());
        assertThat(rest.body().path("items").size()).isEqualTo(3);
        assertThat(new Http(port).get("/v1/recommendation-models?cursor=forged").status())
                .isEqualTo(400);
    }

    @Test
    void aChildThatIsKilledPublishesNothingAndTheModelsThatStandGoOnAnswering() {
        shopOf("lamp", "vase");
        trained();
        Models replica = new Models(store, transaction, json, clock);
        replica.poll();
        CurrentModels standing = replica.current();
        String path = new Jobs(port).ask("models");
        Jobs.killChild();
        JsonNode job = new Jobs(port).ended(path);
        assertThat(job.path("state").asString()).isEqualTo("failed");
        assertThat(job.path("detail").asString()).contains("its JVM ended with status");
        replica.poll();
        assertThat(replica.current()).isSameAs(standing);
        assertThat(trained().path("state").asString()).isEqualTo("succeeded");
    }

    @Test
    void everyModelHasAPageForPeople() {
        shopOf("lamp", "vase");
        trained();
        Http http = new Http(port);
        JsonNode model =
                http.get("/v1/recommendation-models").body().path("items").path(0);
        String page =
                http.text("/v1/recommendation-models/" + model.path("modelId").asString() + "/report");
        assertThat(page)
                .startsWith("<!doctype html>")
                .contains("Where it comes from", model.path("checksum").asString());
        assertThat(http.get("/v1/recommendation-models/" + UUID.randomUUID() + "/report")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aModelThatCannotBeReadLeavesTheOneBeforeAnswering() {
        shopOf("lamp", "vase");
        trained();
        Models replica = new Models(store, transaction, json, clock);
        replica.poll();
        CurrentModels good = replica.current();
        jdbc.sql("""
                update recommendation_model set artefact = substring(artefact from 1 for 5), model_id = gen_random_uuid()
                where state = 'published'
                """).update();
        replica.poll();
        assertThat(replica.current()).isSameAs(good);
        assertThat(replica.degraded()).isTrue();
        trained();
        replica.poll();
        assertThat(replica.degraded()).isFalse();
        assertThat(replica.current().itemToItem().products()).isEqualTo(2);
    }

    @Test
    void aTrainingWhoseProcessDiedIsCalledFailedByTheNextLeader() {
        UUID orphan = UUID.randomUUID();
        jdbc.sql("""
                insert into training_job (job_id, cause, state, requested_at, started_at)
                values (?, 'request', 'running', now(), now())
                """).param(orphan).update();
        trained();
        JsonNode job =
                new Http(port).get("/v1/recommendation-models/jobs/" + orphan).body();
        assertThat(job.path("state").asString()).isEqualTo("failed");
        assertThat(job.path("detail").asString()).contains("ask again");
    }

    @Test
    void theScheduleTrainsOnlyWhereSomethingChanged() {
        training.queueIfDue(TrainingJob.Kind.MODELS);
        assertThat(jobs.anyQueued(TrainingJob.Kind.MODELS)).isFalse();
        shopOf("lamp", "vase");
        training.queueIfDue(TrainingJob.Kind.MODELS);
        await().atMost(Duration.ofSeconds(20)).until(() -> !store.published().isEmpty());
        training.queueIfDue(TrainingJob.Kind.MODELS);
        assertThat(jdbc.sql("select count(*) from training_job")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoDoesNotConsentIsCountedInPopularityButNotInTheModel() {
        shopOf("lamp", "vase");
        try (StreamDriver driver = new StreamDriver()) {
            for (int i = 0; i < 4; i++) {
                UUID profileId = ProfileId.of(Identifier.user("buyer" + i)).value();
                ProfileState state = new ProfileState(
                        profileId,
                        1,
                        Instant.EPOCH,
                        List.of("buyer" + i),
                        List.of(),
                        "active",
                        null,
                        null,
                        1,
                        1,
                        null,
                        null,
                        null,
                        Map.of("personalisation", i == 0),
                        List.of(),
                        null,
                        List.of(),
                        Map.of());
                driver.publish(
                        Topics.PROFILE,
                        profileId.toString(),
                        TopicCodec.of(ProfileState.class).write(state));
            }
            driver.awaitHandled(jdbc, "recommendation-profile", Topics.PROFILE);
        }
        trained();
        Models replica = new Models(store, transaction, json, clock);
        replica.poll();
        assertThat(replica.current().itemToItem().pairs())
                .as("one shopper supports no pair")
                .isZero();
        assertThat(replica.current().popularity().mostPopularFirst()).hasSize(2);
        Tables.empty(jdbc, "state_copy");
    }

    @Test
    void anUnknownJobIsSaidSo() {
        Http http = new Http(port);
        assertThat(http.get("/v1/recommendation-models/jobs/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(http.get("/v1/recommendation-models/jobs/x").status()).isEqualTo(400);
        assertThat(http.post("/v1/recommendation-models/train?kind=tarot", "").status())
                .isEqualTo(400);
    }

    private void shopOf(String... productIds) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Events order = Events.order("o" + UUID.randomUUID()).by("buyer" + i).at(clock.instant());
            for (String productId : productIds) {
                order.line(productId, 1, "2.00");
            }
            events.add(order.messageId(UUID.randomUUID().toString()).build());
        }
        try (StreamDriver driver = new StreamDriver()) {
            driver.publish(events);
            driver.awaitHandled(jdbc, "recommendation");
        }
    }

    private JsonNode trained() {
        return new Jobs(port).trained("models");
    }
}
