package io.perennial.deploy.bench.kafka;

import io.perennial.deploy.bench.report.CannotMeasure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records a second through one plain topic, written and read at the same time. */
public final class PlainThroughput {

    private static final int SAMPLE = 5_000;
    private static final int LINGER_MILLIS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private PlainThroughput() {}

    /** Writes and reads {@code count} records made of what stands in {@code original}: the same bytes, without the suite. */
    public static double recordsPerSecond(String bootstrapServers, String original, long count) {
        try (var kafka = new PlainKafka(bootstrapServers)) {
            var sample = kafka.sample(original, SAMPLE);
            try (var producer = kafka.producer(LINGER_MILLIS)) {
                var since = System.nanoTime();
                var reading = CompletableFuture.runAsync(() -> read(kafka, count));
                for (long i = 0; i < count; i++) {
                    var _ = producer.send(new ProducerRecord<>(kafka.topic(), sample.get((int) (i % sample.size()))));
                }
                producer.flush();
                reading.join();
                return count / ((System.nanoTime() - since) / 1e9);
            }
        }
    }

    private static void read(PlainKafka kafka, long count) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer = kafka.consumer(kafka.topic())) {
            for (long read = 0; read < count; ) {
                read += consumer.poll(Duration.ofMillis(200)).count();
                if (System.nanoTime() > deadline) {
                    throw new CannotMeasure("plain Kafka has not delivered everything");
                }
            }
        }
    }
}
