package io.perennial.ingest.publish;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Down only where an event could be kept nowhere; with the broker away alone the spool keeps it. */
@Component
class PublishHealthIndicator extends AbstractHealthIndicator {

    private final EventPublisher publisher;
    private final Database database;

    PublishHealthIndicator(EventPublisher publisher, Database database) {
        this.publisher = publisher;
        this.database = database;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        boolean broker = publisher.brokerIsHere();
        boolean spool = database.isHere();
        (broker || spool ? builder.up() : builder.down())
                .withDetail("broker", broker ? "here" : "away")
                .withDetail("spool", spool ? "here" : "away");
    }
}
