package io.perennial.common.stream;

import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down when a consumer thread that should run does not. Lag is a metric, not a matter of health. */
final class StreamHealth extends AbstractHealthIndicator {

    private final StreamContainers containers;

    StreamHealth(StreamContainers containers) {
        this.containers = containers;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        List<String> stopped = containers.stopped();
        if (stopped.isEmpty()) {
            builder.up();
        } else {
            builder.down().withDetail("stopped", stopped);
        }
    }
}
