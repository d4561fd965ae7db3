package io.perennial.ingest.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perennial.common.event.EventCodec;
import io.perennial.ingest.publish.Database;
import io.perennial.ingest.publish.EventPublisher;
import io.perennial.ingest.testing.Accepted;
import io.perennial.ingest.testing.IngestClient;
import io.perennial.ingest.testing.Outages;
import io.perennial.ingest.testing.WithIngest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@WithIngest
@Import(Outages.class)
@TestPropertySource(properties = "perennial.ingest.publish.pause=500ms")
class OutageIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Outages.Switches switches;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EventPublisher publisher;

    @Autowired
    private Database database;

    private final String user = "u-" + UUID.randomUUID();
    private IngestClient client = new IngestClient(0);

    @BeforeEach
    void connect() {
        client = new IngestClient(port);
        await().until(() -> {
            client.batch("{\"type\":\"page\",\"userId\":\"warm\"}");
            return publisher.brokerIsHere() && database.isHere();
        });
    }

    @AfterEach
    void everythingComesBack() {
        switches.brokerAway = false;
        switches.databaseAway = false;
        await().atMost(Duration.ofSeconds(60)).until(() -> spooled() == 0);
    }

    @Test
    void whileTheBrokerIsAwayEventsAreSpooledAndThenPublishedOnce() {
        switches.brokerAway = true;
        var answer = client.batch(page("a"), page("b"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"accepted\":2");
        assertThat(client.batch(page("a"), page("c")).body()).contains("\"accepted\":1", "\"duplicates\":1");
        assertThat(spooled()).isEqualTo(3);
        assertThat(Accepted.records(user)).isEmpty();
        switches.brokerAway = false;
        await().atMost(Duration.ofSeconds(60)).until(() -> spooled() == 0);
        assertThat(Accepted.records(user))
                .hasSize(3)
                .allSatisfy(entry -> assertThat(entry.timestamp())
                        .isEqualTo(new EventCodec()
                                .read(entry.value())
                                .receivedAt()
                                .toEpochMilli()));
    }

    @Test
    void aBrokerThatIsAwayIsNotAskedByEveryRequest() {
        switches.brokerAway = true;
        client.batch(page("a"));
        long requests = 200;
        for (int i = 0; i < requests; i++) {
            assertThat(client.batch(page("n" + i)).statusCode()).isEqualTo(200);
        }
        assertThat(jdbc.sql("select count(*) from stream_outbox")
                        .query(Long.class)
                        .single())
                .isEqualTo(requests + 1);
    }

    @Test
    void whileTheDatabaseIsAwayWhatTheBrokerTookIsAccepted() {
        switches.databaseAway = true;
        var answer = client.batch(page("a"), page("a"), page("b"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"accepted\":2", "\"duplicates\":1");
        assertThat(Accepted.records(user)).hasSize(2);
    }

    @Test
    void whileTheDatabaseIsAwayWhatMustBeKeptThereIsRefusedForNow() {
        switches.databaseAway = true;
        var answer = client.batch(page("a"), "{\"type\":\"track\"}");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).hasValue("5");
        assertThat(client.post("/v1/batch", "{").statusCode()).isEqualTo(503);
    }

    @Test
    void withBothAwayTheClientIsAskedToComeAgain() {
        switches.brokerAway = true;
        switches.databaseAway = true;
        var answer = client.batch(page("a"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).hasValue("5");
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        switches.brokerAway = false;
        switches.databaseAway = false;
        await().until(() -> client.batch(page("a")).statusCode() == 200);
        await().untilAsserted(() -> assertThat(Accepted.records(user)).hasSize(1));
    }

    private long spooled() {
        return jdbc.sql("select count(*) from stream_outbox").query(Long.class).single();
    }

    private String page(String id) {
        return "{\"type\":\"page\",\"userId\":\"" + user + "\",\"messageId\":\"" + id + "-" + user + "\"}";
    }
}
