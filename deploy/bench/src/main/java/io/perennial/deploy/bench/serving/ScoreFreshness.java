package io.perennial.deploy.bench.serving;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.topic.ChurnScoreState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import io.perennial.deploy.bench.kafka.TopicReader;
import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.bench.report.Quantiles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * From an event in Kafka to the refreshed score in Kafka, for each of so many events a second.
 *
 * @param shoppers who take turns; enough that a score is long there before its shopper's next turn
 */
record ScoreFreshness(String bootstrapServers, int shoppers, int rate, Duration window) {

    private static final TopicCodec<ChurnScoreState> SCORES = TopicCodec.of(ChurnScoreState.class);
    private static final Duration WARMING = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Milliseconds of each event of the window, counted from when it should have been sent. */
    Quantiles measure() {
        Map<UUID, Long> due = new ConcurrentHashMap<>();
        try (var reader = TopicReader.fromTheEnd(bootstrapServers, Topics.CHURN_SCORE);
                var writer = new TopicWriter(bootstrapServers)) {
            var warm = (int) (rate * WARMING.toSeconds());
            var all = warm + (int) (rate * window.toSeconds());
            var sending = Thread.ofPlatform().daemon().name("events").start(() -> send(writer, all, due));
            List<Double> took = new ArrayList<>(all);
            var deadline =
                    System.nanoTime() + WARMING.plus(window).plus(PATIENCE).toNanos();
            var measuredFrom = System.nanoTime() + WARMING.toNanos();
            var seen = 0;
            while (seen < all && System.nanoTime() < deadline) {
                for (var message : reader.poll()) {
                    var since = message.value() == null
                            ? null
                            : due.remove(UUID.fromString(new String(message.key(), StandardCharsets.UTF_8)));
                    if (since != null
                            && "event".equals(SCORES.read(message.value()).cause())) {
                        seen++;
                        if (since >= measuredFrom) {
                            took.add((System.nanoTime() - since) / 1e6);
                        }
                    }
                }
            }
            sending.interrupt();
            if (seen < all) {
                throw new CannotMeasure("only %d of %d events changed a score in time".formatted(seen, all));
            }
            return Quantiles.of(took);
        }
    }

    private void send(TopicWriter writer, int all, Map<UUID, Long> due) {
        var started = System.nanoTime();
        for (var number = 0; number < all && !Thread.currentThread().isInterrupted(); number++) {
            var at = started + 1_000_000_000L * number / rate;
            LockSupport.parkNanos(at - System.nanoTime());
            var shopper = number % shoppers;
            due.put(ProfileId.of(Identifier.user(Crowd.user(shopper))).value(), at);
            writer.event(Crowd.view(shopper, "view-" + started + "-" + number, Instant.now()));
        }
    }
}
