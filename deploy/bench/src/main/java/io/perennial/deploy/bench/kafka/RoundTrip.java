package io.perennial.deploy.bench.kafka;

import io.perennial.deploy.bench.report.Quantiles;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.ProducerRecord;

/** From a producer's send to a consumer's hands, nothing in between but the broker: what nobody behind it can undercut. */
public final class RoundTrip {

    private RoundTrip() {}

    /** Milliseconds of records sent one every {@code pause}, for as long as {@code window}. */
    public static Quantiles milliseconds(String bootstrapServers, byte[] body, Duration window, Duration pause) {
        try (var kafka = new PlainKafka(bootstrapServers);
                var producer = kafka.producer(0)) {
            var over = new AtomicBoolean();
            var reading = CompletableFuture.supplyAsync(() -> read(kafka, over));
            var end = System.nanoTime() + window.toNanos();
            for (var at = System.nanoTime(); at < end; at += pause.toNanos()) {
                LockSupport.parkNanos(at - System.nanoTime());
                var bytes = ByteBuffer.allocate(Long.BYTES + body.length)
                        .putLong(System.nanoTime())
                        .put(body)
                        .array();
                var _ = producer.send(new ProducerRecord<>(kafka.topic(), bytes));
            }
            producer.flush();
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            over.set(true);
            return Quantiles.of(reading.join());
        }
    }

    private static List<Double> read(PlainKafka kafka, AtomicBoolean over) {
        var took = new ArrayList<Double>();
        try (var consumer = kafka.consumer(kafka.topic())) {
            while (!over.get()) {
                var records = consumer.poll(Duration.ofMillis(100));
                var now = System.nanoTime();
                records.forEach(record ->
                        took.add((now - ByteBuffer.wrap(record.value()).getLong()) / 1e6));
            }
        }
        return took;
    }
}
