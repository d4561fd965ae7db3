package io.perennial.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perennial.churn.model.ModelRegistry;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.testkit.StreamDriver;
import io.perennial.common.testkit.WithInfrastructure;
import io.perennial.common.topic.ChurnScoreState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;

/** The service on real Kafka and Postgres, with a demo shop's past and no model yet. */
@WithInfrastructure
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=churn-service",
            "management.server.port=0",
            "perennial.churn.training.cron=-",
            "perennial.churn.training.trainer=newton", // the quicker; OnlineRetailIT has Tribuo
            "perennial.churn.training.penalties=100,30",
            "perennial.churn.training.resamples=40",
            "perennial.churn.model.poll-interval=200ms",
            "perennial.churn.scoring.count-interval=500ms",
            "perennial.churn.refresh.pending-interval=100ms"
        })
@ActiveProfiles("local")
abstract class DemoShopSuite {

    private static final TopicCodec<ChurnScoreState> SCORES = TopicCodec.of(ChurnScoreState.class);
    static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ModelRegistry models;

    @LocalServerPort
    private int port;

    final StreamDriver stream = new StreamDriver();
    final Instant now = Instant.now();

    @AfterEach
    void close() {
        stream.close();
    }

    @BeforeEach
    void aShopWithAPastAndNoModel() {
        boolean folded = jdbc.sql("select exists (select from shopper_history where identifier = 'userId:u1')")
                .query(Boolean.class)
                .single();
        if (!folded) {
            stream.publish(DemoShop.year(now));
            stream.awaitHandled(jdbc, "churn-events");
        }
        jdbc.sql("delete from training_job").update();
        jdbc.sql("delete from churn_model").update();
        jdbc.sql("delete from champion_change").update();
        jdbc.sql("delete from churn_score").update();
        jdbc.sql("delete from churn_score_log").update();
        jdbc.sql("delete from watch_report").update();
        models.look();
    }

    /** As of a time of the past, so that two trainings see the same data to the bit. */
    String train() {
        JsonNode job = finished(askToTrain());
        assertThat(job.path("state").asString()).as(job.toString()).isIn("published", "challenger");
        return job.path("model").asString();
    }

    /** A model for a target that has none yet. */
    String published(String target) {
        JsonNode job = finished(
                api().post("/v1/churn-models/train", "{\"target\":\"" + target + "\",\"asOf\":\"" + now + "\"}"));
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("published");
        return job.path("model").asString();
    }

    Api.Answer askToTrain() {
        return api().post("/v1/churn-models/train", "{\"horizonDays\":30,\"asOf\":\"" + now + "\"}");
    }

    JsonNode finished(Api.Answer accepted) {
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        String path = "/v1/churn-models/jobs/" + accepted.body().path("id").asString();
        await().atMost(Duration.ofMinutes(2))
                .until(() ->
                        !api().get(path).body().path("finishedAt").asString("").isEmpty());
        return api().get(path).body();
    }

    void awaitScored(String model) {
        await().atMost(SOON)
                .until(() -> jdbc.sql("select scored_at is not null from churn_model where id = ?")
                        .param(model)
                        .query(Boolean.class)
                        .single());
        await().atMost(SOON)
                .until(() -> jdbc.sql("select count(*) from stream_outbox")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    ChurnScoreState state(String userId) {
        ConsumerRecord<String, byte[]> entry =
                stream.readState(Topics.CHURN_SCORE).get(profile(userId).toString());
        byte[] value = entry == null ? null : value(entry);
        assertThat(value).as("state of " + userId).isNotNull();
        return SCORES.read(value);
    }

    @SuppressWarnings("NullAway") // Kafka's annotations do not know tombstones
    static byte @Nullable [] value(ConsumerRecord<String, byte[]> entry) {
        return entry.value();
    }

    static ProfileId profile(String userId) {
        return ProfileId.of(Identifier.user(userId));
    }

    Api api() {
        return new Api(port);
    }
}
