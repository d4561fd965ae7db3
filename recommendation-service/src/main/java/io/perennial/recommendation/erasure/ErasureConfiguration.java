package io.perennial.recommendation.erasure;

import io.perennial.common.stream.Subscription;
import io.perennial.common.topic.ErasureRequested;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Subscribes to requests to erase. */
@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

    /** The consumer group; a public name, for its offsets outlive every release. */
    static final String GROUP = "recommendation-erasure";

    @Bean
    Subscription<ErasureRequested> erasures(Erasure erasure) {
        return Subscription.toMessages(Topics.ERASURE_REQUESTED, GROUP, TopicCodec.of(ErasureRequested.class), erasure);
    }
}
