package io.perennial.churn.refresh;

import io.perennial.common.event.Event;
import io.perennial.common.state.IdentityCopy;
import io.perennial.common.state.StateCopy;
import io.perennial.common.stream.StateChange;
import io.perennial.common.stream.Subscription;
import io.perennial.common.topic.IdentityState;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What this service listens to. Group names are public API: another name reads everything again. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ChurnSubscriptions {

    static final String EVENTS = "churn-events";

    @Bean
    StateCopy<ProfileState> profileCopy(JdbcClient jdbc) {
        return StateCopy.ofPart(jdbc, Topics.PROFILE, TopicCodec.of(ProfileState.class), ProfileState::lasting);
    }

    @Bean
    Subscription<Event> churnEvents(EventRefresh refresh) {
        return Subscription.toEvents(EVENTS, refresh::handle);
    }

    @Bean
    Subscription<StateChange<IdentityState>> churnIdentities(IdentityCopy identities, IdentityRefresh refresh) {
        return identities.subscription("churn-identity", refresh::changed);
    }

    @Bean
    Subscription<StateChange<ProfileState>> churnProfiles(StateCopy<ProfileState> profiles, ConsentRefresh refresh) {
        return profiles.subscription("churn-profile", refresh::changed);
    }
}
