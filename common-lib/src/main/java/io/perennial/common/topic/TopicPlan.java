package io.perennial.common.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a topic is created where it is missing.
 *
 * @param settings of the topic, by Kafka's names
 */
public record TopicPlan(String name, int partitions, Map<String, String> settings) {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final List<String> SERVICES = List.of("ingest", "profile", "recommendation", "churn", "campaign");
    private static final Map<String, String> HAPPENINGS =
            Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(KEPT.toMillis()));

    /** Small segments: the active one is never compacted, and a new replica reads it all. */
    private static final Map<String, String> STATE =
            Map.of("cleanup.policy", "compact", "segment.bytes", "33554432", "min.cleanable.dirty.ratio", "0.3");

    /**
     * Every topic of an installation and its dead letters.
     *
     * @param partitions of each shopper-keyed topic
     */
    public static List<TopicPlan> all(int partitions) {
        return Stream.concat(Topics.ALL.stream(), SERVICES.stream().map(Topics::erasureDone))
                .flatMap(name -> Stream.of(
                        new TopicPlan(name, partitions, Topics.compacted(name) ? STATE : HAPPENINGS),
                        new TopicPlan(Topics.deadLetter(name), 1, HAPPENINGS)))
                .toList();
    }
}
