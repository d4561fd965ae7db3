package io.perennial.common.stream;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/** What the runtime asks the broker about topics, every question with a timeout. */
final class KafkaTopics implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 10;

    private final Admin admin;

    KafkaTopics(Admin admin) {
        this.admin = admin;
    }

    /** Kafka's own id of the topic: another one after it was deleted and created again. */
    String idOf(String topic) {
        return description(topic).topicId().toString();
    }

    /** What each topic holds now: three questions for all of them. */
    Map<String, Extent> extents(Collection<String> names) {
        Map<String, TopicDescription> described =
                await(admin.describeTopics(names).allTopicNames());
        List<TopicPartition> partitions = described.values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        Map<TopicPartition, ListOffsetsResultInfo> first = list(partitions, OffsetSpec.earliest());
        Map<TopicPartition, ListOffsetsResultInfo> next = list(partitions, OffsetSpec.latest());
        Map<String, Extent> extents = new HashMap<>();
        described.forEach(
                (name, topic) -> extents.put(name, new Extent(topic.topicId().toString(), new HashMap<>())));
        next.forEach((partition, end) -> {
            ListOffsetsResultInfo start = first.get(partition);
            Objects.requireNonNull(extents.get(partition.topic()))
                    .partitions()
                    .put(partition.partition(), new OffsetRange(start == null ? 0 : start.offset(), end.offset()));
        });
        return extents;
    }

    /** Creates those that are missing; leaves existing ones as they are. */
    void create(Collection<NewTopic> topics) {
        admin.createTopics(topics).values().forEach((name, future) -> {
            try {
                await(future);
            } catch (TopicExistsException e) {
                // somebody was faster, or it has been there for long
            }
        });
    }

    private TopicDescription description(String topic) {
        Map<String, TopicDescription> topics =
                await(admin.describeTopics(List.of(topic)).allTopicNames());
        TopicDescription description = topics.get(topic);
        if (description == null) {
            throw new IllegalStateException("the broker does not describe topic " + topic);
        }
        return description;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> list(Collection<TopicPartition> partitions, OffsetSpec spec) {
        return await(admin.listOffsets(partitions.stream().collect(Collectors.toMap(p -> p, p -> spec)))
                .all());
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (TimeoutException e) {
            throw new BrokerAwayException("the broker did not answer within " + TIMEOUT_SECONDS + " s", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(TIMEOUT_SECONDS));
    }

    /** A topic's id and what its partitions hold. */
    record Extent(String topicId, Map<Integer, OffsetRange> partitions) {}

    /** The offsets a partition holds: from {@code first} to before {@code next}. */
    record OffsetRange(long first, long next) {}

    /** The broker is slow or away: passing. */
    static final class BrokerAwayException extends RetriableException {
        private static final long serialVersionUID = 1L;

        BrokerAwayException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
