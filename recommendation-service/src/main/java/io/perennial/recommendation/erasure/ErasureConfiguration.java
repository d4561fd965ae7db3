package io.perennial.recommendation.erasure;

import io.perennial.common.stream.Subscription;
import io.perennial.common.topic.ErasureRequested;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Subscribes to requests to erase. */
@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

    /** The consumer group; a public name, for its offsets outlive every release. */
    static final String GROUP = "recommendation-erasure";

    @Bean
    Subscription<ErasureRequested> erasures(Erasure erasure) {
        TopicCodec<ErasureRequested> codec = TopicCodec.of(ErasureRequested.class);
        return Subscription.to(
                Topics.ERASURE_REQUESTED,
                GROUP,
                entry -> codec.read(Objects.requireNonNull(entry.value(), "a request has a body")),
                erasure);
    }
}
