package io.perennial.recommendation.intake;

import io.perennial.common.event.Event;
import io.perennial.common.stream.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Subscribes to accepted events. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    /** The consumer group; a public name, for its offsets outlive every release. */
    static final String GROUP = "recommendation";

    @Bean
    Subscription<Event> acceptedEvents(EventIntake intake) {
        return Subscription.toEvents(GROUP, intake);
    }
}
