package io.perennial.ingest.publish;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Makes the publisher of its settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublishProperties.class)
class PublishConfiguration {

    @Bean
    EventPublisher eventPublisher(
            KafkaTemplate<String, byte[]> kafka, PublishProperties properties, Clock clock, MeterRegistry meters) {
        return new EventPublisher(kafka, properties, clock, meters);
    }

    @Bean
    Database database(PlatformTransactionManager transactions, PublishProperties properties, Clock clock) {
        return new Database(transactions, properties, clock);
    }
}
