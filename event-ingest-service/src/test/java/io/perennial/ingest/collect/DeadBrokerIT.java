package io.perennial.ingest.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.ingest.testing.IngestClient;
import io.perennial.ingest.testing.WithIngest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The real producer against a port where nobody listens. */
@WithIngest
@DirtiesContext
@TestPropertySource(properties = "spring.kafka.producer.bootstrap-servers=localhost:1")
class DeadBrokerIT {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theFirstRequestWaitsOnceAndTheNextDoNot() {
        var client = new IngestClient(port);
        String user = "u-" + UUID.randomUUID();
        StringBuilder batch = new StringBuilder("{\"batch\":[");
        for (int i = 0; i < 100; i++) {
            batch.append(i == 0 ? "" : ",").append("{\"type\":\"page\",\"userId\":\"" + user + "\"}");
        }
        String body = batch.append("]}").toString();
        try {
            // max.block.ms, 5 s, is waited for once by the first hundred, not a hundred times, and not again.
            assertThat(took(() -> accepted(client, body))).isLessThan(Duration.ofSeconds(30));
            assertThat(took(() -> accepted(client, body))).isLessThan(Duration.ofSeconds(5));
            assertThat(jdbc.sql("select count(*) from stream_outbox where record_key = ?")
                            .param(user)
                            .query(Long.class)
                            .single())
                    .isEqualTo(200);
        } finally {
            jdbc.sql("delete from stream_outbox").update();
        }
    }

    private static void accepted(IngestClient client, String body) {
        var answer = client.post("/v1/batch", body);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"accepted\":100");
    }

    private static Duration took(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
