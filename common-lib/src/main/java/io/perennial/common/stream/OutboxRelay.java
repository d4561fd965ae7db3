package io.perennial.common.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the outbox's rows and deletes those the broker acknowledged. A lane is worked under an advisory lock, so replicas
 * share the work and order holds for a key; never a cursor over the sequence, which would skip late commits.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private static final int LOCK_CLASS = 0x70_6f_78; // advisory locks of the outbox, by lane
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final KafkaOperations<String, byte[]> kafka;
    private final StreamProperties properties;
    private final Counter relayed;
    private final Counter failed;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    OutboxRelay(
            JdbcClient jdbc,
            TransactionOperations transaction,
            KafkaOperations<String, byte[]> kafka,
            StreamProperties properties,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.kafka = kafka;
        this.properties = properties;
        this.relayed = meters.counter("stream.outbox.relayed");
        this.failed = meters.counter("stream.outbox.failed");
    }

    void wake() {
        wake.release();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        wake();
        Thread working = thread;
        if (working != null) {
            try {
                working.join(SEND_TIMEOUT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before the connection pool and the producer do. */
    @Override
    public int getPhase() {
        return StreamContainers.PHASE - 1;
    }

    private void run() {
        long pause = properties.relayInterval().toMillis();
        while (running) {
            try {
                boolean more = false;
                for (int lane = 0; lane < Outbox.LANES; lane++) {
                    more |= relay(lane);
                }
                pause = properties.relayInterval().toMillis();
                if (more) {
                    continue;
                }
            } catch (RuntimeException e) {
                pause = Math.min(pause * 2, properties.retryBackoffMax().toMillis());
                failed.increment();
                LOG.warn("The outbox could not be relayed, trying again in {} ms: {}", pause, e.toString());
            }
            sleep(pause);
        }
    }

    private void sleep(long millis) {
        try {
            if (wake.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    /** Sends one batch of a lane; true where there may be more. */
    private boolean relay(int lane) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!lock(lane)) {
                return false;
            }
            List<Row> rows = read(lane);
            if (rows.isEmpty()) {
                return false;
            }
            List<Long> acknowledged = send(rows);
            delete(acknowledged);
            relayed.increment(acknowledged.size());
            if (acknowledged.size() < rows.size()) {
                failed.increment();
                LOG.warn("{} of {} outbox rows were not acknowledged", rows.size() - acknowledged.size(), rows.size());
                return false;
            }
            return rows.size() == properties.relayBatch();
        }));
    }

    private boolean lock(int lane) {
        return jdbc.sql("select pg_try_advisory_xact_lock(?, hashtext(current_schema()) # ?)")
                .param(LOCK_CLASS)
                .param(lane)
                .query(Boolean.class)
                .single();
    }

    private List<Row> read(int lane) {
        return jdbc.sql("""
                select id, topic, record_key, value, headers, record_time from stream_outbox
                where lane = ? order by id limit ?
                """)
                .param(lane)
                .param(properties.relayBatch())
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getString("topic"),
                        row.getString("record_key"),
                        row.getBytes("value"),
                        row.getString("headers"),
                        row.getTimestamp("record_time")))
                .list();
    }

    /** The ids that may go: acknowledged, and no earlier row of the same key failed. */
    private List<Long> send(List<Row> rows) {
        List<CompletableFuture<?>> sends = new ArrayList<>(rows.size());
        for (Row row : rows) {
            sends.add(kafka.send(row.toRecord()));
        }
        long deadline = System.nanoTime() + SEND_TIMEOUT.toNanos();
        Set<String> failedKeys = new HashSet<>();
        List<Long> acknowledged = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (isAcknowledged(sends.get(i), deadline) && !failedKeys.contains(row.order())) {
                acknowledged.add(row.id());
            } else {
                failedKeys.add(row.order());
            }
        }
        return acknowledged;
    }

    private static boolean isAcknowledged(CompletableFuture<?> send, long deadline) {
        try {
            send.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("A row of the outbox was not acknowledged", e);
            return false;
        }
    }

    private void delete(List<Long> ids) {
        jdbc.sql("delete from stream_outbox where id = any(?)")
                .param(ids.toArray(Long[]::new))
                .update();
    }

    /** A row of {@code stream_outbox}. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way; rows are never compared
    private record Row(
            long id,
            String topic,
            @Nullable String key,
            byte @Nullable [] value,
            String headers,
            @Nullable Timestamp timestamp) {

        String order() {
            return topic + '\0' + key;
        }

        ProducerRecord<String, byte[]> toRecord() {
            ProducerRecord<String, byte[]> entry =
                    new ProducerRecord<>(topic, null, timestamp == null ? null : timestamp.getTime(), key, value);
            if (!headers.equals("{}")) {
                Objects.requireNonNull(JSON.readValue(headers, HEADERS))
                        .forEach((name, text) -> entry.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            }
            return entry;
        }
    }
}
