package io.perennial.common.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.testkit.StreamDriver;
import io.perennial.common.testkit.WithInfrastructure;
import io.perennial.common.topic.IdentityState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@WithInfrastructure
@SpringBootTest
@ActiveProfiles("local")
class IdentityCopyIT {

    private static final TopicCodec<IdentityState> CODEC = TopicCodec.of(IdentityState.class);

    @Autowired
    private IdentityCopy identities;

    @Autowired
    private JdbcClient jdbc;

    private final StreamDriver stream = new StreamDriver();
    private final Identifier user = Identifier.user(UUID.randomUUID().toString());
    private final Identifier browser = Identifier.anonymous(UUID.randomUUID().toString());

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void anIdentifierNotHeardOfIsItsOwnProfile() {
        assertThat(identities.profileOf(user)).isEqualTo(ProfileId.of(user));
        assertThat(identities.find(user.value())).isNull();
    }

    @Test
    void aMergedIdentifierIsFoundUnderItsProfileByEveryName() {
        ProfileId profile = ProfileId.of(user);
        publish(new IdentityState(user.toString(), profile.value(), 1));
        publish(new IdentityState(browser.toString(), ProfileId.of(browser).value(), 1));
        publish(new IdentityState(browser.toString(), profile.value(), 2));
        stream.awaitHandled(jdbc, "ledger-identity", Topics.IDENTITY);

        assertThat(identities.profileOf(browser)).isEqualTo(profile);
        assertThat(identities.identifiersOf(profile)).containsExactly(user, browser);
        assertThat(identities.identifiersOf(List.of(profile))).containsEntry(profile, List.of(user, browser));
        for (String path : List.of(user.value(), browser.value(), profile.toString(), browser.toString())) {
            assertThat(identities.find(path)).as(path).isEqualTo(profile);
        }
    }

    @Test
    void aLowerRevisionThatComesLateIsDropped() {
        publish(new IdentityState(browser.toString(), ProfileId.of(user).value(), 5));
        stream.awaitHandled(jdbc, "ledger-identity", Topics.IDENTITY);
        publish(new IdentityState(browser.toString(), ProfileId.of(browser).value(), 4));
        stream.awaitHandled(jdbc, "ledger-identity", Topics.IDENTITY);

        assertThat(identities.profileOf(browser)).isEqualTo(ProfileId.of(user));
    }

    @Test
    void aTombstoneForgets() {
        publish(new IdentityState(browser.toString(), ProfileId.of(user).value(), 1));
        stream.publish(Topics.IDENTITY, browser.toString(), null);
        stream.awaitHandled(jdbc, "ledger-identity", Topics.IDENTITY);

        assertThat(identities.find(browser.value())).isNull();
    }

    private void publish(IdentityState state) {
        stream.publish(Topics.IDENTITY, state.identifier(), CODEC.write(state));
    }
}
