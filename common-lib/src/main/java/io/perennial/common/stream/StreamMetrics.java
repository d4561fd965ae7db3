package io.perennial.common.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/**
 * What a subscription does, by group and topic. Alert when {@code stream.records.dead.lettered} grows at all, when
 * {@code stream.batches.retried} keeps growing for minutes, and when {@code stream.behind.seconds} passes a minute.
 */
final class StreamMetrics {

    private final Timer batches;
    private final Counter records;
    private final Counter duplicates;
    private final Counter deadLettered;
    private final Counter retried;

    StreamMetrics(MeterRegistry meters, Subscription<?> subscription) {
        Tags tags = Tags.of("group", subscription.group(), "topic", subscription.topic());
        this.batches = meters.timer("stream.batch.duration", tags);
        this.records = meters.counter("stream.records.read", tags);
        this.duplicates = meters.counter("stream.records.duplicate", tags);
        this.deadLettered = meters.counter("stream.records.dead.lettered", tags);
        this.retried = meters.counter("stream.batches.retried", tags);
    }

    void batch(int size, Duration took) {
        records.increment(size);
        batches.record(took);
    }

    void duplicates(int count) {
        duplicates.increment(count);
    }

    void deadLettered() {
        deadLettered.increment();
    }

    void retried() {
        retried.increment();
    }
}
