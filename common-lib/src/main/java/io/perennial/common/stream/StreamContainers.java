package io.perennial.common.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

/** Runs every {@link Subscription} bean: a container, and a {@link BatchProcessor}, for each thread. */
final class StreamContainers implements SmartLifecycle {

    /** Late to start, when everything else stands; first to stop. */
    static final int PHASE = Integer.MAX_VALUE - 100;

    /** Bounds how much longer than asked a pause lasts. */
    private static final long POLL_TIMEOUT_MILLIS = 500;

    private static final Logger LOG = LoggerFactory.getLogger(StreamContainers.class);

    private final List<KafkaMessageListenerContainer<String, byte[]>> containers = new ArrayList<>();
    private volatile boolean running;

    /** Makes the processor of one thread. */
    @FunctionalInterface
    interface Processors {
        BatchProcessor<?> of(Subscription<?> subscription);
    }

    StreamContainers(
            List<Subscription<?>> subscriptions,
            ConsumerFactory<String, byte[]> consumers,
            Processors processors,
            StreamProperties properties) {
        for (Subscription<?> subscription : subscriptions) {
            for (int thread = 0; thread < properties.concurrency(); thread++) {
                containers.add(container(subscription, thread, consumers, processors.of(subscription)));
            }
        }
    }

    private static KafkaMessageListenerContainer<String, byte[]> container(
            Subscription<?> subscription,
            int thread,
            ConsumerFactory<String, byte[]> consumers,
            BatchProcessor<?> processor) {
        ContainerProperties container = new ContainerProperties(subscription.topic());
        container.setGroupId(subscription.group());
        container.setClientId(subscription.group());
        container.setPollTimeout(POLL_TIMEOUT_MILLIS);
        container.setAckMode(ContainerProperties.AckMode.MANUAL);
        container.setMessageListener(processor);
        container.setConsumerRebalanceListener(new Seeking(processor));
        container.setSyncCommits(false);
        container.setCommitCallback((offsets, failure) -> {
            if (failure != null) {
                LOG.debug("Kafka did not take the offsets of {}: {}", subscription.group(), failure.toString());
            }
        });
        container.setMissingTopicsFatal(false);
        KafkaMessageListenerContainer<String, byte[]> listener =
                new KafkaMessageListenerContainer<>(consumers, container);
        listener.setBeanName(subscription.group() + "-" + thread);
        listener.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS)));
        return listener;
    }

    @Override
    public void start() {
        running = true;
        containers.forEach(KafkaMessageListenerContainer::start);
    }

    @Override
    public void stop() {
        running = false;
        containers.parallelStream().forEach(KafkaMessageListenerContainer::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** The threads that should run and do not, by name. */
    List<String> stopped() {
        return containers.stream()
                .filter(container -> running && !container.isRunning())
                .map(KafkaMessageListenerContainer::getBeanName)
                .map(String::valueOf)
                .toList();
    }

    /** Hands assignments to the processor, in its own thread. */
    private record Seeking(BatchProcessor<?> processor) implements ConsumerAwareRebalanceListener {

        @Override
        public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            processor.assigned(consumer, numbers(partitions));
        }

        @Override
        public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            processor.revoked(numbers(partitions));
        }

        @Override
        public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            processor.revoked(numbers(partitions));
        }

        private static List<Integer> numbers(Collection<TopicPartition> partitions) {
            return partitions.stream().map(TopicPartition::partition).toList();
        }
    }
}
