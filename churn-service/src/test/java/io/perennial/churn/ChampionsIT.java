package io.perennial.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.perennial.churn.evaluation.Interval;
import io.perennial.churn.model.Champions;
import io.perennial.churn.model.Comparison;
import io.perennial.churn.model.ModelArtefact;
import io.perennial.churn.model.ServingModel;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Who serves: the better one on the later window, the one somebody promotes, or again the one before; never half of one. */
class ChampionsIT extends DemoShopSuite {

    @Autowired
    private Champions champions;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aModelThatIsNoBetterIsKeptAsAChallengerUntilSomebodyPromotesIt() {
        String first = train();
        String second = train(); // of the same data to the bit

        JsonNode kept = api().get("/v1/churn-models/" + second).body();
        assertThat(kept.path("state").asString()).isEqualTo("challenger");
        assertThat(kept.at("/comparison/champion").asString()).isEqualTo(first);
        assertThat(kept.at("/comparison/aucGain/value").asDouble()).isZero();
        assertThat(kept.at("/coefficients/weights").size())
                .isEqualTo(kept.at("/coefficients/columns").size());
        assertThat(serving()).isEqualTo(first);

        assertThat(promote(second, "{}").body().path("field").asString()).isEqualTo("reason");
        assertThat(promote(second, "{\"reason\":\"to try it\"}")
                        .body()
                        .path("published")
                        .asBoolean())
                .isTrue();
        assertThat(promote(second, "{\"reason\":\"to try it\"}").status()).isEqualTo(200);

        assertThat(serving()).isEqualTo(second);
        awaitScored(second);
        await().atMost(SOON).untilAsserted(() -> assertThat(state("u1").model()).isEqualTo(second));
        JsonNode changes = api().get("/v1/churn-models/changes").body().path("items");
        assertThat(changes).hasSize(2);
        assertThat(changes.get(0).path("previous").asString()).isEqualTo(first);
        assertThat(changes.get(0).path("cause").asString()).isEqualTo("request");
        assertThat(changes.get(0).path("reason").asString()).isEqualTo("to try it");
        assertThat(changes.get(0).path("actor").asString()).isNotBlank();
    }

    @Test
    void oneCallTakesAChampionBackHoweverOftenItIsRepeated() {
        String first = train();
        String second = train();
        promote(second, "{\"reason\":\"to try it\"}");

        String asked = "{\"from\":\"" + second + "\",\"reason\":\"it scares everybody\"}";
        assertThat(rollback(asked).body().path("id").asString()).isEqualTo(first);
        assertThat(rollback(asked).body().path("id").asString()).isEqualTo(first);
        assertThat(serving()).isEqualTo(first);
        assertThat(api().get("/v1/churn-models/changes").body().path("items")).hasSize(3);

        Api.Answer none = rollback("{\"from\":\"churn-none\",\"reason\":\"why not\"}");
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.type()).isEqualTo("urn:perennial:problem:not-the-champion");
    }

    @Test
    void theFirstModelHasNothingToGoBackTo() {
        String first = train();
        Api.Answer answer = rollback("{\"from\":\"" + first + "\",\"reason\":\"r\"}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.type()).isEqualTo("urn:perennial:problem:no-earlier-champion");
    }

    @Test
    void aDamagedOrForeignModelIsRefusedAndTheChampionServesOn() {
        String first = train();
        String cutShort = train();
        jdbc.sql("update churn_model set artefact = left(artefact, 1000) where id = ?")
                .param(cutShort)
                .update();
        assertThat(promote(cutShort, "{\"reason\":\"r\"}").type()).isEqualTo("urn:perennial:problem:model-unusable");

        String foreign = train();
        jdbc.sql("""
                        update churn_model
                        set artefact = regexp_replace(artefact, '"features":"[0-9a-f]+"', '"features":"0000000000000000"')
                        where id = ?
                        """).param(foreign).update();
        jdbc.sql("update churn_model set sha256 = encode(sha256(convert_to(artefact, 'UTF8')), 'hex') where id = ?")
                .param(foreign)
                .update();
        Api.Answer refused = promote(foreign, "{\"reason\":\"r\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("detail").asString()).contains("train anew");

        assertThat(promote("churn-none", "{\"reason\":\"r\"}").status()).isEqualTo(404);
        assertThat(serving()).isEqualTo(first);
        JsonNode listed = api().get("/v1/churn-models").body().path("items");
        assertThat(listed).hasSize(3);
        assertThat(listed.get(1).path("damaged").asBoolean()).isTrue();
    }

    @Test
    void aPublishedModelDamagedAfterwardsIsPassedOverAndReplacedByTheNextTraining() {
        String first = train();
        jdbc.sql("update churn_model set artefact = left(artefact, 1000) where id = ?")
                .param(first)
                .update();
        models.look();
        assertThat(serving()).isEqualTo(first);

        String second = train();
        assertThat(serving()).isEqualTo(second);
    }

    @Test
    void aProcessKilledWhilePromotingLeavesTheRegistryWhole() {
        String first = train();
        ModelArtefact trained = copyOf(Objects.requireNonNull(models.current()), "churn-killed");

        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    assertThat(champions.register(trained, betterThan(first), null))
                            .isTrue();
                    jdbc.sql("select pg_terminate_backend(pg_backend_pid())").query(row -> {});
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(jdbc.sql("select id from churn_model").query(String.class).list())
                .containsExactly(first);
        assertThat(jdbc.sql("select model from champion_change")
                        .query(String.class)
                        .list())
                .containsExactly(first);
        models.look();
        assertThat(serving()).isEqualTo(first);

        assertThat(champions.register(trained, betterThan(first), null))
                .as("the same again")
                .isTrue();
        models.look();
        assertThat(serving()).isEqualTo(trained.id());
    }

    @Test
    void aChallengerComparedWithSomebodyElseThanTheChampionIsNotPromoted() {
        train();
        ModelArtefact trained = copyOf(Objects.requireNonNull(models.current()), "churn-late");
        assertThat(champions.register(trained, betterThan("churn-gone"), null)).isFalse();
    }

    private Comparison betterThan(String champion) {
        return new Comparison(champion, now, 100, 0.5, 0.6, new Interval(0.01, 0.005, 0.015));
    }

    private static ModelArtefact copyOf(ServingModel model, String id) {
        ModelArtefact artefact = model.artefact();
        return new ModelArtefact(
                id, artefact.trainedAt(), artefact.provenance(), artefact.coefficients(), artefact.report());
    }

    private String serving() {
        return api().get("/v1/churn/u1").body().at("/model/id").asString();
    }

    private Api.Answer promote(String id, String body) {
        return api().post("/v1/churn-models/" + id + "/promote", body);
    }

    private Api.Answer rollback(String body) {
        return api().post("/v1/churn-models/rollback", body);
    }
}
