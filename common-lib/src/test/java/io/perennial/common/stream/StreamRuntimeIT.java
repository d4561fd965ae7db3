package io.perennial.common.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.perennial.common.event.Event;
import io.perennial.common.testkit.Events;
import io.perennial.common.testkit.StreamDriver;
import io.perennial.common.testkit.WithInfrastructure;
import io.perennial.common.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@WithInfrastructure
@SpringBootTest
@ActiveProfiles("local")
class StreamRuntimeIT {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AtomicInteger transientFailures;

    @Autowired
    private StreamContainers containers;

    @Autowired
    private StreamProgress progress;

    @Autowired
    private Outbox outbox;

    private final StreamDriver stream = new StreamDriver();
    private final String shopper = UUID.randomUUID().toString();

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void eachEventIsHandledOnceHoweverOftenItIsSent() {
        List<Event> events = views(50);

        stream.publish(events);
        stream.publish(events);
        stream.publish(events.reversed());
        stream.awaitHandled(jdbc, "ledger");

        assertThat(ledger()).containsExactlyInAnyOrderElementsOf(ids(events));
    }

    @Test
    void poisonIsDeadLetteredWithItsCauseAndNothingElseIsLost() {
        List<Event> events = new ArrayList<>(views(20));
        Event poison = Events.track("Poison").by(shopper).build();
        events.add(7, poison);

        stream.publish(events);
        stream.publish(Topics.ACCEPTED, shopper, "{not json".getBytes(StandardCharsets.UTF_8));
        stream.awaitHandled(jdbc, "ledger");

        events.remove(poison);
        assertThat(ledger()).containsExactlyInAnyOrderElementsOf(ids(events));
        await().untilAsserted(() -> assertThat(letters())
                .hasSize(2)
                .anySatisfy(
                        letter -> assertThat(header(letter, "perennial-cause")).contains("poison"))
                .anySatisfy(letter -> assertThat(letter.value()).asString().isEqualTo("{not json")));
    }

    @Test
    void aDeadLetterCanBeSentAgain() {
        Event poison = Events.track("Poison").by(shopper).build();
        stream.publish(poison);
        stream.awaitHandled(jdbc, "ledger");
        assertThat(ledger()).isEmpty();

        stream.publish(poison.toBuilder().name("Cured").build());
        stream.awaitHandled(jdbc, "ledger");

        assertThat(ledger()).containsExactly(poison.messageId());
    }

    @Test
    void aTransientFailureRollsEverythingBackAndTheBatchComesAgain() {
        transientFailures.set(2);
        List<Event> events = views(30);

        stream.publish(events);
        stream.awaitHandled(jdbc, "ledger");

        assertThat(transientFailures).hasValue(0);
        assertThat(ledger()).containsExactlyInAnyOrderElementsOf(ids(events));
    }

    @Test
    void whatTheHandlerPublishesArrivesOnceAndInOrderForAKey() {
        List<Event> events = views(100);

        stream.publish(events);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(passedOn()).hasSize(100));
        assertThat(passedOn()).isEqualTo(ids(events));
    }

    @Test
    void aRestartGoesOnWhereTheDatabaseStands() {
        List<Event> before = views(10);
        stream.publish(before);
        stream.awaitHandled(jdbc, "ledger");

        containers.stop();
        List<Event> meanwhile = views(10);
        stream.publish(meanwhile);
        containers.start();
        stream.awaitHandled(jdbc, "ledger");

        assertThat(ledger()).hasSize(20).containsAll(ids(before)).containsAll(ids(meanwhile));
    }

    @Test
    void aThreadWhoseOffsetSomebodyElseMovedWritesNothingThatWasHandledThere() {
        stream.publish(views(1));
        stream.awaitHandled(jdbc, "ledger");

        // As if the partition's new owner had handled the next five: this thread is the zombie.
        jdbc.sql(
                        "update stream_offset set next_offset = next_offset + 5 where consumer_group = 'ledger' and partition_no = ?")
                .param(partition())
                .update();
        List<Event> events = views(10);
        stream.publish(events);
        stream.awaitHandled(jdbc, "ledger");

        assertThat(ledger()).hasSize(6).endsWith(ids(events.subList(5, 10)).toArray(String[]::new));
    }

    @Test
    void theOutboxRefusesToBeWrittenOutsideATransaction() {
        assertThatThrownBy(() -> outbox.publish(Topics.SEGMENT_CHANGED, "k", new byte[0]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
    }

    @Test
    void aGroupThatHasHandledEverythingIsHardlyBehind() {
        stream.publish(views(5));
        stream.awaitHandled(jdbc, "ledger");

        await().untilAsserted(() ->
                assertThat(progress.behind("ledger", Topics.ACCEPTED)).isLessThan(Duration.ofSeconds(5)));
    }

    private List<Event> views(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(Events.viewed("p" + i)
                    .by(shopper)
                    .messageId(UUID.randomUUID().toString())
                    .build());
        }
        return events;
    }

    private int partition() {
        return stream.read(Topics.ACCEPTED).stream()
                .filter(entry -> shopper.equals(entry.key()))
                .findFirst()
                .orElseThrow()
                .partition();
    }

    private List<String> ledger() {
        return jdbc.sql("select message_id from ledger where shopper = ?")
                .param("userId:" + shopper)
                .query(String.class)
                .list();
    }

    private static List<String> ids(List<Event> events) {
        return events.stream().map(Event::messageId).toList();
    }

    private List<String> passedOn() {
        return stream.read(Topics.SEGMENT_CHANGED).stream()
                .filter(entry -> shopper.equals(entry.key()))
                .map(entry -> new String(Objects.requireNonNull(entry.value()), StandardCharsets.UTF_8))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> letters() {
        return stream.read(Topics.deadLetter(Topics.ACCEPTED)).stream()
                .filter(entry -> shopper.equals(entry.key()))
                .toList();
    }

    private static String header(ConsumerRecord<String, byte[]> entry, String name) {
        return new String(entry.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
