package io.perennial.common.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the stream runtime and starts the service's {@link Subscription} beans. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@EnableConfigurationProperties(StreamProperties.class)
class StreamAutoConfiguration {

    @Bean
    KafkaTopics kafkaTopics(KafkaAdmin admin) {
        return new KafkaTopics(Admin.create(admin.getConfigurationProperties()));
    }

    @Bean
    TopicProvisioner topicProvisioner(KafkaTopics topics, StreamProperties properties) {
        return new TopicProvisioner(topics, properties);
    }

    @Bean
    OutboxRelay outboxRelay(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            KafkaTemplate<String, byte[]> kafka,
            StreamProperties properties,
            MeterRegistry meters) {
        return new OutboxRelay(jdbc, new TransactionTemplate(transactions), kafka, properties, meters);
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, OutboxRelay relay) {
        return new Outbox(jdbc, relay::wake);
    }

    @Bean
    SeenStore seenStore(JdbcClient jdbc) {
        return new SeenStore(jdbc);
    }

    @Bean
    OffsetStore offsetStore(JdbcClient jdbc) {
        return new OffsetStore(jdbc);
    }

    @Bean
    StreamContainers streamContainers(
            ObjectProvider<Subscription<?>> subscriptions,
            ConsumerFactory<String, byte[]> consumers,
            OffsetStore offsets,
            SeenStore seen,
            Outbox outbox,
            PlatformTransactionManager transactions,
            KafkaTopics topics,
            StreamProperties properties,
            MeterRegistry meters) {
        DeadLetters deadLetters = new DeadLetters(outbox);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        StreamContainers.Processors processors = new StreamContainers.Processors() {
            @Override
            public BatchProcessor<?> of(Subscription<?> subscription) {
                return typed(subscription);
            }

            private <T> BatchProcessor<T> typed(Subscription<T> subscription) {
                StreamMetrics metrics = new StreamMetrics(meters, subscription);
                BatchFold<T> fold = new BatchFold<>(subscription, seen, deadLetters, metrics);
                return new BatchProcessor<>(subscription, offsets, fold, transaction, topics, properties, metrics);
            }
        };
        return new StreamContainers(subscriptions.orderedStream().toList(), consumers, processors, properties);
    }

    @Bean
    StreamProgress streamProgress(
            ObjectProvider<Subscription<?>> subscriptions,
            OffsetStore offsets,
            KafkaTopics topics,
            Clock clock,
            MeterRegistry meters) {
        List<Subscription<?>> all = subscriptions.orderedStream().toList();
        return new StreamProgress(all, offsets, topics, clock, meters);
    }

    @Bean
    OutboxBacklog outboxBacklog(JdbcClient jdbc, MeterRegistry meters) {
        return new OutboxBacklog(jdbc, meters);
    }

    @Bean
    StreamChores streamChores(
            StreamProgress progress, OutboxBacklog backlog, SeenStore seen, StreamProperties properties) {
        return new StreamChores(progress, backlog, seen, properties);
    }

    @Bean
    StreamHealth streamHealth(StreamContainers containers) {
        return new StreamHealth(containers);
    }
}
