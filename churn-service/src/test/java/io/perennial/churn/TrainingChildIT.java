package io.perennial.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Training has a JVM of its own: what happens to that does no harm to who serves. */
class TrainingChildIT extends DemoShopSuite {

    @Test
    void whenTheChildIsKilledTheJobHasFailedTheChampionServesOnAndTheNextTrainingWorks() {
        String champion = train();

        Api.Answer asked = askToTrain();
        killTheChildAtWork();

        JsonNode job = finished(asked);
        assertThat(job.path("state").asString()).isEqualTo("failed");
        assertThat(job.path("reason").asString()).isEqualTo("internal-error");
        assertThat(job.path("detail").asString())
                .contains("the published model, if any, stays")
                .contains("its JVM ended with status");
        assertThat(child()).isEmpty();
        assertThatTheRegistryHoldsOnly(champion);

        JsonNode next = api().get("/v1/churn-models/" + train()).body();
        assertThat(next.path("state").asString()).isEqualTo("challenger");
        assertThat(next.at("/comparison/champion").asString()).isEqualTo(champion);
    }

    @Test
    void whenTheFirstTrainingIsKilledThereIsNoModelAndTheAnswerSaysWhatToDo() {
        Api.Answer asked = askToTrain();
        killTheChildAtWork();

        assertThat(finished(asked).path("state").asString()).isEqualTo("failed");
        assertThat(api().get("/v1/churn/u1").type()).isEqualTo("urn:perennial:problem:no-model");
        assertThat(train()).isNotBlank();
    }

    /** Once it has worked for longer than a JVM takes to start. */
    private static void killTheChildAtWork() {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> child().filter(TrainingChildIT::isAtWork)
                        .map(ProcessHandle::destroyForcibly)
                        .orElse(false));
    }

    private static boolean isAtWork(ProcessHandle child) {
        return child.info().totalCpuDuration().orElse(Duration.ZERO).compareTo(Duration.ofMillis(500)) > 0;
    }

    private void assertThatTheRegistryHoldsOnly(String champion) {
        assertThat(jdbc.sql("select id || ' ' || state from churn_model")
                        .query(String.class)
                        .list())
                .containsExactly(champion + " published");
        assertThat(jdbc.sql("select model from champion_change")
                        .query(String.class)
                        .list())
                .containsExactly(champion);
        models.look();
        assertThat(api().get("/v1/churn/u1").body().at("/model/id").asString()).isEqualTo(champion);
    }

    /** By the program alone: of a command line this long the system hands out only a part. */
    private static Optional<ProcessHandle> child() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findAny();
    }
}
