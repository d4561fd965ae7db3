package io.perennial.deploy.local.kafka;

import io.perennial.common.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Every topic of DESIGN.md §2 as this installation keeps it. */
final class SuiteTopics {

    private static final int PARTITIONS = 12;
    private static final short REPLICAS = 1;
    private static final Duration KEPT = Duration.ofDays(30);

    private SuiteTopics() {}

    /** Services by their short names, as in {@code profile} */
    static List<NewTopic> of(List<String> services) {
        var names = new ArrayList<>(Topics.ALL);
        services.stream().map(Topics::erasureDone).forEach(names::add);
        var topics = new ArrayList<NewTopic>();
        for (var name : names) {
            topics.add(topic(name, PARTITIONS, Topics.compacted(name) ? compacted() : kept()));
            topics.add(topic(Topics.deadLetter(name), 1, kept()));
        }
        return topics;
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> settings) {
        return new NewTopic(name, partitions, REPLICAS).configs(settings);
    }

    private static Map<String, String> kept() {
        return Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(KEPT.toMillis()));
    }

    private static Map<String, String> compacted() {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.SEGMENT_BYTES_CONFIG,
                "33554432",
                TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
                "0.3");
    }
}
