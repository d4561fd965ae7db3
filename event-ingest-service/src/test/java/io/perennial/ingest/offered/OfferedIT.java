package io.perennial.ingest.offered;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Event;
import io.perennial.common.event.Trust;
import io.perennial.common.testkit.StreamDriver;
import io.perennial.common.topic.Topics;
import io.perennial.ingest.testing.Accepted;
import io.perennial.ingest.testing.IngestClient;
import io.perennial.ingest.testing.WithIngest;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

@WithIngest
class OfferedIT {

    @LocalServerPort
    private int port;

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    private JdbcClient jdbc;

    private final String user = "u-" + UUID.randomUUID();

    @Test
    void whatTheCampaignsOfferIsAcceptedAsOurOwnSend() {
        offer("campaign", track("m1", "Email Delivered"));
        handled();
        Event event = Accepted.only(user);
        assertThat(event.ownSend()).isTrue();
        assertThat(event.trust()).isEqualTo(Trust.SERVER);
    }

    @Test
    void aRepetitionIsPublishedOnceWhicheverWayItComes() {
        offer("demo-server", track("m1", "E"));
        offer("demo-server", track("m1", "E"));
        handled();
        assertThat(new IngestClient(port).batch(track("m1", "E")).body()).contains("\"duplicates\":1");
        offer("demo-server", track("m1", "E"));
        handled();
        Accepted.only(user);
    }

    @Test
    void whatIsNoEventIsKeptAndStopsNothing() {
        offer("campaign", "{\"type\":\"track\",\"messageId\":\"bad-" + user + "\"}");
        offer("campaign", "no json " + user);
        offer("stranger-" + user, track("m1", "E"));
        offer(null, track("m2", "E"));
        offer("campaign", null);
        offer("campaign", track("good", "Email Opened"));
        handled();
        assertThat(Accepted.only(user).name()).isEqualTo("Email Opened");
        assertThat(codes("message_id = 'bad-" + user + "'")).containsExactly("identifier_missing");
        assertThat(codes("convert_from(body, 'UTF8') = 'no json " + user + "'")).containsExactly("message_malformed");
        assertThat(codes("source = 'stranger-" + user + "'")).containsExactly("source_unknown");
        assertThat(codes("source = 'unknown' and convert_from(body, 'UTF8') like '%" + user + "%'"))
                .containsExactly("source_unknown");
        assertThat(deadLetters()).isZero();
    }

    private void offer(@Nullable String source, @Nullable String body) {
        var entry = new ProducerRecord<String, byte[]>(
                Topics.OFFERED, user, body == null ? null : IngestClient.bytes(body));
        if (source != null) {
            entry.headers().add("source", IngestClient.bytes(source));
        }
        kafka.send(entry).join();
    }

    private void handled() {
        try (var driver = new StreamDriver()) {
            driver.awaitHandled(jdbc, "ingest-offered", Topics.OFFERED);
        }
    }

    private List<String> codes(String where) {
        return jdbc.sql("select code from rejected_event where " + where)
                .query(String.class)
                .list();
    }

    private long deadLetters() {
        try (var driver = new StreamDriver()) {
            return driver.read(Topics.deadLetter(Topics.OFFERED)).size();
        }
    }

    private String track(String id, String event) {
        return "{\"type\":\"track\",\"messageId\":\"" + id + "-" + user + "\",\"userId\":\"" + user + "\",\"event\":\""
                + event + "\"}";
    }
}
