package io.perennial.ingest.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Sends accepted events to the broker: all at once, then one wait for its acknowledgements. Alert where
 * {@code ingest.publish} with {@code outcome=missed} grows: the broker is away and events go to the spool.
 */
public final class EventPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(EventPublisher.class);

    private final KafkaOperations<String, byte[]> kafka;
    private final Duration timeout;
    private final Presence broker;
    private final Timer acknowledgedTimer;
    private final Timer missedTimer;

    EventPublisher(
            KafkaOperations<String, byte[]> kafka, PublishProperties properties, Clock clock, MeterRegistry meters) {
        this.kafka = kafka;
        this.timeout = properties.timeout();
        this.broker = new Presence(clock, properties.pause());
        this.acknowledgedTimer = meters.timer("ingest.publish", "outcome", "acknowledged");
        this.missedTimer = meters.timer("ingest.publish", "outcome", "missed");
    }

    /** Whether the broker took what we last sent. */
    public boolean brokerIsHere() {
        return broker.isHere();
    }

    /**
     * Publishes events and waits for the acknowledgements, within the timeout.
     *
     * @return those that are not acknowledged: they may still arrive, but nobody may rely on it
     */
    public List<Outgoing> publish(Collection<Outgoing> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        if (!broker.mayTry()) {
            return List.copyOf(events);
        }
        long start = System.nanoTime();
        List<Outgoing> missed = send(events, start + timeout.toNanos());
        (missed.isEmpty() ? acknowledgedTimer : missedTimer).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        if (missed.isEmpty()) {
            broker.here();
        } else {
            broker.away();
        }
        return missed;
    }

    private List<Outgoing> send(Collection<Outgoing> events, long deadline) {
        List<Outgoing> missed = new ArrayList<>();
        List<Outgoing> sent = new ArrayList<>(events.size());
        List<CompletableFuture<?>> acknowledgements = new ArrayList<>(events.size());
        boolean refused = false;
        for (Outgoing event : events) {
            if (!refused) {
                try {
                    CompletableFuture<?> acknowledgement = kafka.send(event.toRecord());
                    acknowledgements.add(acknowledgement);
                    sent.add(event);
                    refused = acknowledgement.isCompletedExceptionally() || System.nanoTime() > deadline;
                    continue;
                } catch (RuntimeException e) { // no metadata within max.block.ms: the next send would wait as long
                    LOG.warn("The broker takes no events: {}", e.toString());
                    refused = true;
                }
            }
            missed.add(event);
        }
        for (int i = 0; i < sent.size(); i++) {
            if (!isAcknowledged(acknowledgements.get(i), deadline)) {
                missed.add(sent.get(i));
            }
        }
        return missed;
    }

    private static boolean isAcknowledged(CompletableFuture<?> acknowledgement, long deadline) {
        try {
            acknowledgement.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("An event was not acknowledged", e);
            return false;
        }
    }
}
