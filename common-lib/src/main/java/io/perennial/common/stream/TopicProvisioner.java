package io.perennial.common.stream;

import io.perennial.common.topic.TopicPlan;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/** Creates the topics of DESIGN.md §2 where they are missing; existing ones stay as they are. */
final class TopicProvisioner implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(TopicProvisioner.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final KafkaTopics topics;
    private final StreamProperties properties;

    TopicProvisioner(KafkaTopics topics, StreamProperties properties) {
        this.topics = topics;
        this.properties = properties;
    }

    @Override
    public void afterPropertiesSet() {
        if (properties.createTopics()) {
            createPatiently(System.nanoTime() + PATIENCE.toNanos());
        }
    }

    /** A broker that has just started may be slow to answer. */
    private void createPatiently(long deadline) {
        while (true) {
            try {
                topics.create(wanted());
                return;
            } catch (RetriableException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                LOG.warn("The topics could not be created yet, trying again: {}", e.toString());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private List<NewTopic> wanted() {
        return TopicPlan.all(properties.partitions()).stream()
                .map(plan ->
                        new NewTopic(plan.name(), plan.partitions(), properties.replication()).configs(plan.settings()))
                .toList();
    }
}
