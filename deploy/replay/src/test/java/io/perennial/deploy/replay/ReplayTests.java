package io.perennial.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is sent, when, and how it is accounted for. */
class ReplayTests extends RetailToFakeIngest {

    private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void everythingArrivesAndIsAccountedFor() throws Exception {
        ReplaySummary summary = Replay.run(retail().build());
        assertThat(summary.delivered()).isTrue();
        assertThat(summary.sent()).isEqualTo(5);
        assertThat(summary.accepted()).isEqualTo(5);
        assertThat(summary.events()).isEqualTo(Map.of("Order Completed", 3L, "identify", 2L));
        assertThat(summary.dirtyLines()).isEqualTo(1);
        assertThat(summary.dirtyFile()).content().contains("4\tthe quantity is zero\t3,a,A,0");
        assertThat(times()).startsWith("2010-12-01T10:00:00Z").endsWith("2010-12-03T10:00:00Z");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Report.print(summary, new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("skipped  1 lines: the quantity is zero (line 4)")
                .contains("sent 5 · accepted 5 · rejected 0 · duplicates 0");
    }

    @Test
    void requestsLookLikeAClients() throws Exception {
        Replay.run(retail().build());
        FakeIngest.Request request = ingest.requests().getFirst();
        assertThat(request.method() + " " + request.path()).isEqualTo("POST /v1/batch");
        assertThat(request.headers().get("Authorization"))
                .containsExactly("Basic "
                        + Base64.getEncoder().encodeToString("demo-write-key:".getBytes(StandardCharsets.UTF_8)));
        assertThat(request.body().get("sentAt").asString()).isNotEmpty();
        JsonNode message = request.body().get("batch").get(0);
        assertThat(message.get("originalTimestamp")).isEqualTo(message.get("timestamp"));
    }

    @Test
    void theLastEventHappensWhenItIsToldTo() throws Exception {
        ReplaySummary summary = Replay.run(retail().end(END).build());
        assertThat(times()).startsWith("2025-12-30T00:00:00Z").endsWith("2026-01-01T00:00:00Z");
        assertThat(summary.last()).isEqualTo(END);
    }

    @Test
    void theSameEndMakesTheSameMessagesAndAnotherOneOthers() throws Exception {
        Replay.run(retail().end(END).build());
        ReplaySummary again = Replay.run(retail().end(END).build());
        assertThat(again.accepted()).isZero();
        assertThat(again.duplicates()).isEqualTo(5);
        ReplaySummary other = Replay.run(retail().end(END.plusSeconds(1)).build());
        assertThat(other.accepted()).isEqualTo(5);
    }

    @Test
    void endNowIsNow() throws Exception {
        Instant before = Instant.now();
        ReplaySummary summary = Replay.run(retail().endNow(true).build());
        assertThat(summary.last()).isBetween(before.minusMillis(1), Instant.now());
    }

    @Test
    void repeatingSendsOtherShoppersAndTheirDirtOnce() throws Exception {
        ReplaySummary summary = Replay.run(retail().repeat(3).build());
        assertThat(summary.accepted()).isEqualTo(15);
        assertThat(summary.dirtyLines()).isEqualTo(1);
        assertThat(ingest.accepted().stream()
                        .map(message -> message.get("userId").asString())
                        .distinct())
                .containsExactlyInAnyOrder("5", "6", "5-2", "6-2", "5-3", "6-3");
    }

    @Test
    void theLimitLimits() throws Exception {
        assertThat(Replay.run(retail().limit(2).build()).sent()).isEqualTo(2);
        assertThat(Replay.run(retail().limit(0).endNow(true).build()).sent()).isZero();
    }

    @Test
    void gzipIsUnderstood() throws Exception {
        assertThat(Replay.run(retail().gzip(true).build()).accepted()).isEqualTo(5);
        assertThat(ingest.requests().getFirst().headers().get("Content-encoding"))
                .containsExactly("gzip");
    }

    @Test
    void speedHoldsMessagesBackUntilTheyAreDue() throws Exception {
        // Two days in 1.2 seconds.
        ReplaySummary summary = Replay.run(retail().speed(2 * 86_400 / 1.2).build());
        assertThat(summary.elapsed()).isGreaterThan(Duration.ofMillis(1_150));
        assertThat(ingest.requests()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void theSimulatedShopEndsWithItsMomentsNow() throws Exception {
        ReplaySummary summary = Replay.run(ReplayOptions.of(SourceKind.SIMULATED, null)
                .url(ingest.url())
                .dirty(folder.resolve("dirty.tsv"))
                .end(END)
                .shoppers(60)
                .days(200)
                .build());
        assertThat(summary.delivered()).isTrue();
        assertThat(summary.last()).isEqualTo(END);
        assertThat(summary.accepted()).isGreaterThan(1_000).isEqualTo(summary.sent());
    }

    @Test
    void theLiveShopGoesOnInPresentTime() throws Exception {
        Instant before = Instant.now();
        ReplaySummary summary = Replay.run(ReplayOptions.of(SourceKind.SIMULATED, null)
                .url(ingest.url())
                .dirty(folder.resolve("dirty.tsv"))
                .endNow(true)
                .shoppers(50)
                .days(60)
                .moments(false)
                .live(Duration.ofSeconds(1))
                .liveSpeed(3 * 86_400)
                .build());
        assertThat(summary.elapsed()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(30));
        assertThat(times().stream().map(Instant::parse).filter(at -> at.isAfter(before)))
                .hasSizeGreaterThan(5);
        assertThat(summary.last()).isBefore(Instant.now().plusMillis(1));
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> Replay.run(ReplayOptions.of(SourceKind.REES46, folder.resolve("none.csv"))
                        .url(ingest.url())
                        .build()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.csv does not exist");
    }
}
