package io.perennial.recommendation.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.testkit.Events;
import io.perennial.common.testkit.StreamDriver;
import io.perennial.recommendation.Http;
import io.perennial.recommendation.Tables;
import io.perennial.recommendation.WholeService;
import io.perennial.recommendation.neighbours.InteractionMatrix;
import io.perennial.recommendation.neighbours.ItemToItemCodec;
import io.perennial.recommendation.neighbours.ItemToItemParameters;
import io.perennial.recommendation.neighbours.ItemToItemTrainer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeService
class ExchangeIT {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Models models;

    @Autowired
    private Clock clock;

    @BeforeEach
    void empty() {
        Tables.emptyShop(jdbc);
    }

    @Test
    void interactionsGoOutAsLinesWithoutNames() throws Exception {
        try (StreamDriver driver = new StreamDriver()) {
            driver.publish(List.of(Events.order("o" + UUID.randomUUID())
                    .by("buyer")
                    .at(clock.instant())
                    .line("lamp, tall", 1, "2.00")
                    .messageId(UUID.randomUUID().toString())
                    .build()));
            driver.awaitHandled(jdbc, "recommendation");
        }
        HttpRequest request = request("/interactions").GET().build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).matches("0000000000,lamp, tall,order,\\d{4}-\\S+Z\n");
        }
    }

    @Test
    void anArtefactTrainedElsewhereAnswers() throws Exception {
        byte[] artefact = artefact();
        assertThat(put(artefact, checksum(artefact))).isEqualTo(200);
        assertThat(models.current().itemToItem().neighboursOf("lamp")).hasSize(1);
        assertThat(new Http(port)
                        .get("/v1/recommendation-models")
                        .body()
                        .path("items")
                        .path(0)
                        .path("checksum")
                        .asString())
                .isEqualTo(checksum(artefact));
    }

    @Test
    void anArtefactThatDoesNotAddUpOrIsCutShortIsRefused() throws Exception {
        byte[] artefact = artefact();
        byte[] cut = Arrays.copyOf(artefact, artefact.length - 3);
        assertThat(put(cut, checksum(artefact))).isEqualTo(400);
        assertThat(put(cut, checksum(cut))).isEqualTo(400);
        assertThat(jdbc.sql("select count(*) from recommendation_model")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static byte[] artefact() {
        InteractionMatrix matrix = new InteractionMatrix.Builder(10)
                .add(Map.of("lamp", 1.0, "vase", 1.0))
                .build();
        return ItemToItemCodec.write(new ItemToItemTrainer(new ItemToItemParameters(10, 1, 0)).train(matrix));
    }

    private static String checksum(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private int put(byte[] artefact, String checksum) throws Exception {
        HttpRequest request = request("/item-to-item?checksum=" + checksum)
                .header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(artefact))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/recommendation-models" + path))
                .header("Authorization", "Bearer demo-api-key");
    }
}
