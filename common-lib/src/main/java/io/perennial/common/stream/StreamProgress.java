package io.perennial.common.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far each subscription is behind its topic: records not yet handled, and how long ago everything was. The truth of
 * all replicas together, since it compares the broker's offsets with those in Postgres.
 */
public final class StreamProgress {

    private static final Logger LOG = LoggerFactory.getLogger(StreamProgress.class);

    private final OffsetStore offsets;
    private final KafkaTopics topics;
    private final Clock clock;
    private final Map<String, Standing> standings = new LinkedHashMap<>();

    StreamProgress(
            List<Subscription<?>> subscriptions,
            OffsetStore offsets,
            KafkaTopics topics,
            Clock clock,
            MeterRegistry meters) {
        this.offsets = offsets;
        this.topics = topics;
        this.clock = clock;
        for (Subscription<?> subscription : subscriptions) {
            Standing standing = new Standing(subscription.group(), subscription.topic(), clock.instant());
            standings.put(key(subscription.group(), subscription.topic()), standing);
            Gauge.builder("stream.lag.records", standing, s -> s.lag)
                    .tags("group", standing.group, "topic", standing.topic)
                    .register(meters);
            Gauge.builder("stream.behind.seconds", standing, s -> behind(s).toMillis() / 1000.0)
                    .tags("group", standing.group, "topic", standing.topic)
                    .register(meters);
        }
    }

    /**
     * How old the group's copy of the topic may be: the time since it was last seen to have handled everything.
     *
     * @throws NoSuchElementException where this service has no such subscription
     */
    public Duration behind(String group, String topic) {
        Standing standing = standings.get(key(group, topic));
        if (standing == null) {
            throw new NoSuchElementException("no subscription of " + group + " to " + topic);
        }
        return behind(standing);
    }

    /** How old the subscription's copy of its topic may be. */
    public Duration behind(Subscription<?> subscription) {
        return behind(subscription.group(), subscription.topic());
    }

    private Duration behind(Standing standing) {
        return Duration.between(standing.caughtUpAt, clock.instant());
    }

    /** Compares broker and Postgres once; called every second or so. A failure leaves the standing to age. */
    void refresh() {
        try {
            Instant asked = clock.instant();
            Map<String, KafkaTopics.Extent> extents = topics.extents(
                    standings.values().stream().map(standing -> standing.topic).collect(Collectors.toSet()));
            for (Standing standing : standings.values()) {
                refresh(standing, Objects.requireNonNull(extents.get(standing.topic)), asked);
            }
        } catch (RuntimeException e) {
            LOG.debug("The lag could not be read: {}", e.toString());
        }
    }

    private void refresh(Standing standing, KafkaTopics.Extent extent, Instant asked) {
        Map<Integer, Long> handled = offsets.read(standing.group, extent.topicId());
        long lag = 0;
        for (Map.Entry<Integer, KafkaTopics.OffsetRange> range :
                extent.partitions().entrySet()) {
            long from = Math.max(
                    handled.getOrDefault(range.getKey(), 0L), range.getValue().first());
            lag += Math.max(0, range.getValue().next() - from);
        }
        standing.lag = lag;
        if (lag == 0) {
            standing.caughtUpAt = asked;
        }
    }

    private static String key(String group, String topic) {
        return group + '\0' + topic;
    }

    /** One subscription's standing; written by the refreshing thread, read by all. */
    private static final class Standing {

        private final String group;
        private final String topic;
        private volatile long lag;
        private volatile Instant caughtUpAt;

        Standing(String group, String topic, Instant caughtUpAt) {
            this.group = group;
            this.topic = topic;
            this.caughtUpAt = caughtUpAt;
        }
    }
}
