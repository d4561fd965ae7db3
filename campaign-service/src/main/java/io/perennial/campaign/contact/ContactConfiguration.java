package io.perennial.campaign.contact;

import io.perennial.common.state.IdentityCopy;
import io.perennial.common.state.StateCopy;
import io.perennial.common.stream.Subscription;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps our copies of profiles and identities. */
@Configuration
class ContactConfiguration {

    static final String PROFILE_GROUP = "campaign-profile";
    static final String IDENTITY_GROUP = "campaign-identity";

    @Bean
    StateCopy<ProfileState> profileCopy(JdbcClient jdbc) {
        return new StateCopy<>(jdbc, Topics.PROFILE, TopicCodec.of(ProfileState.class));
    }

    @Bean
    Subscription<?> profileStates(StateCopy<ProfileState> copy) {
        return copy.subscription(PROFILE_GROUP, newer -> {});
    }

    @Bean
    Subscription<?> identities(IdentityCopy copy) {
        return copy.subscription(IDENTITY_GROUP);
    }
}
