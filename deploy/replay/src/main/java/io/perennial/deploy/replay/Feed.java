package io.perennial.deploy.replay;

import io.perennial.deploy.replay.message.Message;
import io.perennial.deploy.replay.send.Pace;
import io.perennial.deploy.replay.send.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Gives messages to the sender at their pace, up to the limit, and remembers what they were. */
final class Feed {

    private final Sender sender;
    private final Pace pace;
    private final long limit;
    private final Map<String, Long> events = new TreeMap<>();
    private final AtomicLong count = new AtomicLong();
    private @Nullable Instant first;
    private @Nullable Instant last;

    Feed(Sender sender, Pace pace, long limit) {
        this.sender = sender;
        this.pace = pace;
        this.limit = limit;
    }

    /** False where the message was not sent, because it would be one too many or because sending has failed. */
    boolean offer(Message message, Instant at, String suffix) throws InterruptedException {
        if (count.get() == limit || sender.failure() != null) {
            return false;
        }
        waitFor(pace.until(at));
        sender.send(message, at, suffix);
        String event = message.action().event();
        events.merge(event == null ? "identify" : event, 1L, Long::sum);
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
        count.incrementAndGet();
        return true;
    }

    /** Waits, and lets nothing that is collected wait with it. */
    void waitFor(Duration time) throws InterruptedException {
        if (time.isPositive()) {
            sender.flush();
            Thread.sleep(time);
        }
    }

    /** How much of the limit is used up. */
    double progress() {
        return limit == 0 ? 1 : (double) count.get() / limit;
    }

    Map<String, Long> events() {
        return events;
    }

    @Nullable Instant first() {
        return first;
    }

    @Nullable Instant last() {
        return last;
    }
}
