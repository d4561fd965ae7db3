package io.perennial.deploy.local.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How many records each consumer group has still to read, by the offsets it commits to Kafka after its own commit. */
public final class ConsumerLag implements AutoCloseable {

    private final Admin admin;

    public ConsumerLag(String bootstrapServers) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** By group; a group that has never committed anything is not among them. */
    public Map<String, Long> now() {
        try {
            var groups = admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                    .collect(Collectors.toMap(group -> group.groupId(), group -> new ListConsumerGroupOffsetsSpec()));
            var committed = admin.listConsumerGroupOffsets(groups).all().get();
            var ends = ends(committed);
            var lag = new HashMap<String, Long>();
            committed.forEach((group, offsets) -> {
                if (!offsets.isEmpty()) {
                    lag.put(group, lag(offsets, ends));
                }
            });
            return lag;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not tell the consumers' lag", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for the consumers' lag", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    /** The end of every partition of every topic somebody reads. */
    private Map<TopicPartition, Long> ends(Map<String, Map<TopicPartition, OffsetAndMetadata>> committed)
            throws ExecutionException, InterruptedException {
        var topics = committed.values().stream()
                .flatMap(offsets -> offsets.keySet().stream())
                .map(TopicPartition::topic)
                .collect(Collectors.toSet());
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition ->
                                latest.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        var ends = new HashMap<TopicPartition, Long>();
        admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** A partition of a topic the group reads counts in full where it has not committed anything yet. */
    private static long lag(
            Map<TopicPartition, @Nullable OffsetAndMetadata> committed, Map<TopicPartition, Long> ends) {
        var topics = committed.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
        return ends.entrySet().stream()
                .filter(end -> topics.contains(end.getKey().topic()))
                .mapToLong(end -> {
                    var read = committed.get(end.getKey());
                    return Math.max(0, end.getValue() - (read == null ? 0 : read.offset()));
                })
                .sum();
    }
}
