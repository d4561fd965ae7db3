package io.perennial.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What becomes of messages where ingest is late, busy, broken, wrong or picky. */
class DeliveryTests extends RetailToFakeIngest {

    @Test
    void busyAndBrokenAnswersAreTriedAgainWithTheSameMessages() throws Exception {
        ingest.replyFirst(
                new FakeIngest.Reply(429, Map.of("Retry-After", "1"), "", false),
                FakeIngest.Reply.of(503),
                FakeIngest.Reply.of(502));
        ReplaySummary summary = Replay.run(retail().connections(1).build());
        assertThat(summary.accepted()).isEqualTo(5);
        assertThat(summary.retries()).isEqualTo(3);
        assertThat(summary.elapsed()).isGreaterThan(Duration.ofSeconds(1));
        assertThat(ingest.requests().stream().map(FakeIngest.Request::body).distinct())
                .hasSize(1);
    }

    @Test
    void anAnswerLostOnTheWayMakesDuplicatesNotTwiceAsMany() throws Exception {
        ingest.replyFirst(FakeIngest.Reply.lost());
        ReplaySummary summary = Replay.run(retail().build());
        assertThat(summary.delivered()).isTrue();
        assertThat(summary.duplicates()).isEqualTo(5);
        assertThat(ingest.accepted()).hasSize(5);
    }

    @Test
    void anIngestThatComesLaterIsWaitedFor() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        CompletableFuture<ReplaySummary> running = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                running.complete(Replay.run(
                        retail().url(URI.create("http://localhost:" + port)).build()));
            } catch (IOException | InterruptedException e) {
                running.completeExceptionally(e);
            }
        });
        TimeUnit.MILLISECONDS.sleep(500);
        try (FakeIngest late = FakeIngest.startAt(port)) {
            assertThat(running.get(20, TimeUnit.SECONDS).accepted()).isEqualTo(5);
            assertThat(late.accepted()).hasSize(5);
        }
    }

    @Test
    void anIngestThatNeverComesIsGivenUpWithAReason() throws Exception {
        ingest.close();
        ReplaySummary summary =
                Replay.run(retail().patience(Duration.ofMillis(300)).build());
        assertThat(summary.delivered()).isFalse();
        assertThat(summary.undelivered()).isEqualTo(5);
        assertThat(summary.failure()).contains("nobody answers at " + ingest.url());
    }

    @Test
    void aWrongKeyEndsItAtOnce() throws Exception {
        ingest.replyFirst(FakeIngest.Reply.of(401));
        ReplaySummary summary = Replay.run(retail().key("wrong").build());
        assertThat(summary.delivered()).isFalse();
        assertThat(summary.failure()).contains("refuses the write key wrong");
        assertThat(ingest.requests()).hasSize(1);
    }

    @Test
    void whatIsNoIngestIsNoticed() throws Exception {
        ingest.replyFirst(new FakeIngest.Reply(200, Map.of(), "<html>It works!</html>", false));
        assertThat(Replay.run(retail().build()).failure())
                .contains("is no ingest")
                .contains("It works!");
    }

    @Test
    void rejectedMessagesAreListedAndStillDelivered() throws Exception {
        ingest.reject(message -> message.get("type").asString().equals("identify"));
        ReplaySummary summary = Replay.run(retail().build());
        assertThat(summary.delivered()).isTrue();
        assertThat(summary.rejected()).isEqualTo(2);
        assertThat(summary.accepted()).isEqualTo(3);
        assertThat(summary.rejections()).hasSize(2).allSatisfy(one -> {
            assertThat(one.code()).isEqualTo("invalid");
            assertThat(one.message()).contains("\"type\":\"identify\"").contains(one.messageId());
        });
    }

    @Test
    void aRequestTooLargeIsHalvedUntilItFits() throws Exception {
        ingest.refuseBodiesOver(700);
        ReplaySummary summary = Replay.run(retail().build());
        assertThat(summary.delivered()).isTrue();
        assertThat(ingest.accepted()).hasSize(5);
        assertThat(ingest.requests()).hasSizeGreaterThan(2);
    }

    @Test
    void aMessageTooLargeForAnyRequestIsNotDeliveredAndSaidSo() throws Exception {
        ingest.refuseBodiesOver(10);
        ReplaySummary summary = Replay.run(retail().build());
        assertThat(summary.delivered()).isFalse();
        assertThat(summary.undelivered()).isEqualTo(5);
        assertThat(summary.rejections()).hasSize(5).allMatch(one -> one.code().equals("http-413"));
    }
}
