package io.perennial.recommendation.shopper;

import io.perennial.common.state.IdentityCopy;
import io.perennial.common.state.StateCopy;
import io.perennial.common.stream.StateChange;
import io.perennial.common.stream.Subscription;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** This service's copies of who is who and who allows what. */
@Configuration(proxyBeanMethods = false)
class ShopperConfiguration {

    @Bean
    Subscription<?> identities(IdentityCopy identities) {
        return identities.subscription("recommendation-identity");
    }

    @Bean
    StateCopy<ProfileState> profiles(JdbcClient jdbc) {
        return StateCopy.ofPart(jdbc, Topics.PROFILE, TopicCodec.of(ProfileState.class), ProfileState::lasting);
    }

    @Bean
    Subscription<StateChange<ProfileState>> profileChanges(StateCopy<ProfileState> profiles) {
        return profiles.subscription("recommendation-profile", newer -> {});
    }
}
