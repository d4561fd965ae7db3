package io.perennial.profile.fold;

import io.perennial.common.stream.ReceivedEvent;
import io.perennial.common.stream.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Subscribes the fold to accepted events. */
@Configuration(proxyBeanMethods = false)
class FoldConfiguration {

    static final String GROUP = "profile";

    @Bean
    Subscription<ReceivedEvent> acceptedEvents(EventFold fold) {
        return Subscription.toReceivedEvents(GROUP, fold);
    }
}
