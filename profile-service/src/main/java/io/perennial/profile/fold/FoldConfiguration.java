package io.perennial.profile.fold;

import io.perennial.common.event.Event;
import io.perennial.common.stream.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Subscribes the fold to accepted events. */
@Configuration(proxyBeanMethods = false)
class FoldConfiguration {

    static final String GROUP = "profile";

    @Bean
    Subscription<Event> acceptedEvents(EventFold fold) {
        return Subscription.toEvents(GROUP, fold);
    }
}
