package io.perennial.common.stream;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The runtime's own regular work: measuring lag and backlog, and forgetting what the dedupe window has left behind. */
final class StreamChores implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StreamChores.class);

    private final StreamProgress progress;
    private final OutboxBacklog backlog;
    private final SeenStore seen;
    private final StreamProperties properties;
    private ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    StreamChores(StreamProgress progress, OutboxBacklog backlog, SeenStore seen, StreamProperties properties) {
        this.progress = progress;
        this.backlog = backlog;
        this.seen = seen;
        this.properties = properties;
        timer.shutdown();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the chores catch what goes wrong
    public void start() {
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("stream-chores").daemon().factory());
        timer.scheduleWithFixedDelay(progress::refresh, 0, 2, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(backlog::refresh, 1, 5, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(this::purge, 10, 60, TimeUnit.MINUTES);
    }

    private void purge() {
        try {
            long purged = seen.purge(properties.dedupeWindow());
            if (purged > 0) {
                LOG.info("Forgot {} messages older than {}", purged, properties.dedupeWindow());
            }
        } catch (RuntimeException e) {
            LOG.warn("Old messages could not be forgotten; trying again in an hour: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return !timer.isShutdown();
    }

    @Override
    public int getPhase() {
        return StreamContainers.PHASE;
    }
}
