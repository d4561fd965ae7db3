package io.perennial.common.stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the stream runtime; {@code perennial-common.yml} describes each.
 *
 * @param concurrency consumer threads for each subscription
 * @param dedupeWindow how long a (source, messageId) is remembered
 * @param retryBackoff first pause after a transient failure; doubles up to {@code retryBackoffMax}
 * @param relayInterval how often the outbox is looked at without being woken
 * @param relayBatch outbox rows sent in one go
 * @param partitions of shopper-keyed topics, of the installation, never changed later
 * @param replication of topics this service creates
 * @param createTopics whether missing topics are created at start
 */
@Validated
@ConfigurationProperties("perennial.stream")
public record StreamProperties(
        @Min(1) @Max(64) @DefaultValue("1") int concurrency,
        @DefaultValue("30d") Duration dedupeWindow,
        @DefaultValue("200ms") Duration retryBackoff,
        @DefaultValue("30s") Duration retryBackoffMax,
        @DefaultValue("500ms") Duration relayInterval,
        @Min(1) @DefaultValue("500") int relayBatch,
        @Min(1) @DefaultValue("12") int partitions,
        @Min(1) @DefaultValue("3") short replication,
        @DefaultValue("false") boolean createTopics) {}
