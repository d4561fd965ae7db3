package io.perennial.ingest.publish;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long to wait for whom; {@code event-ingest-service.yml} describes each setting. */
@ConfigurationProperties("perennial.ingest.publish")
record PublishProperties(
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("10s") Duration pause) {}
