package io.perennial.ingest.offered;

import io.perennial.common.stream.Subscription;
import io.perennial.common.topic.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Subscribes to what is offered. */
@Configuration(proxyBeanMethods = false)
class OfferedConfiguration {

    @Bean
    Subscription<OfferedMessage> offeredSubscription(OfferedEvents events) {
        return Subscription.to(Topics.OFFERED, "ingest-offered", OfferedMessage::of, events::take);
    }
}
