package io.perennial.deploy.replay.send;

import io.perennial.deploy.replay.message.Message;
import io.perennial.deploy.replay.message.MessageJson;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends messages to ingest in batches over several connections; for one caller's thread. */
public final class Sender implements AutoCloseable {

    /** A batch is closed at this size even if it could hold more messages: what Segment's own clients do. */
    private static final int FULL = 500_000;

    private final Target target;
    private final MessageJson json;
    private final Clock clock;
    private final IngestClient client;
    private final Verdicts verdicts = new Verdicts();
    private final Batch.Builder builder = new Batch.Builder();
    private final BlockingQueue<Batch> queue;
    private final Object arrival = new Object();
    private int underWay;
    private final List<Thread> couriers = new ArrayList<>();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

    /** Starts the couriers; nothing is sent before there is a batch. */
    public Sender(Target target, MessageJson json, Clock clock) {
        this.target = target;
        this.json = json;
        this.clock = clock;
        this.client = new IngestClient(target, clock);
        this.queue = new ArrayBlockingQueue<>(target.connections() * 2);
        for (int i = 0; i < target.connections(); i++) {
            couriers.add(Thread.ofPlatform().daemon().name("courier-" + i).start(this::carry));
        }
    }

    /** Hands over one message; waits while ingest is slower than the caller. */
    public void send(Message message, Instant at, String suffix) throws InterruptedException {
        builder.begin();
        json.write(message, at, suffix, builder);
        builder.end();
        if (builder.messages() == target.batch() || builder.size() >= FULL) {
            flush();
        }
    }

    /** Sends what is collected, without waiting for an answer. */
    public void flush() throws InterruptedException {
        if (builder.messages() > 0) {
            synchronized (arrival) {
                underWay++;
            }
            queue.put(builder.build("],\"sentAt\":\"" + clock.instant()
                    + "\",\"context\":{\"library\":{\"name\":\"perennial-replay\"}}}"));
        }
    }

    /** Sends what is collected and waits until there is a verdict on everything, or none to be had. */
    public void settle() throws InterruptedException {
        flush();
        synchronized (arrival) {
            while (underWay > 0) {
                arrival.wait();
            }
        }
    }

    /** Why there is no use in sending more; null as long as there is. */
    public @Nullable String failure() {
        return failure.get();
    }

    /** The account, also while it grows. */
    public Verdicts verdicts() {
        return verdicts;
    }

    private void carry() {
        Courier courier = new Courier(client, verdicts, target.patience());
        try {
            while (true) {
                deliver(queue.take(), courier);
                synchronized (arrival) {
                    underWay--;
                    arrival.notifyAll();
                }
            }
        } catch (InterruptedException e) {
            // Closed: whoever wanted to know has settled before.
        }
    }

    private void deliver(Batch batch, Courier courier) throws InterruptedException {
        if (failure.get() != null) {
            // Emptying the queue lets the caller come to its end.
            verdicts.undeliverable(batch.size());
            return;
        }
        try {
            courier.deliver(batch);
        } catch (Courier.GaveUpException e) {
            failure.compareAndSet(null, e.why());
            verdicts.undeliverable(e.undelivered());
        } catch (RuntimeException e) {
            failure.compareAndSet(null, "a fault in the replay itself: " + e);
            verdicts.undeliverable(batch.size());
        }
    }

    @Override
    public void close() {
        couriers.forEach(Thread::interrupt);
        client.close();
    }
}
