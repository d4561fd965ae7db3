package io.perennial.common.state;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Money;
import io.perennial.common.stream.StateChange;
import io.perennial.common.testkit.WithInfrastructure;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@WithInfrastructure
@SpringBootTest
@ActiveProfiles("local")
class StateCopyIT {

    private static final TopicCodec<ProfileState> CODEC = TopicCodec.of(ProfileState.class);

    @Autowired
    private JdbcClient jdbc;

    private final UUID profile = UUID.randomUUID();
    private final List<StateChange<ProfileState>> told = new ArrayList<>();

    @Test
    void aWholeCopyHoldsTheHighestRevision() {
        StateCopy<ProfileState> copy = new StateCopy<>(jdbc, Topics.PROFILE, CODEC);
        handle(copy, state(2, true), state(1, false));
        handle(copy, state(1, false));

        assertThat(copy.find(profile.toString())).isEqualTo(state(2, true));
        assertThat(told).hasSize(1);
    }

    @Test
    void aCopyOfAPartHoldsNothingElse() {
        StateCopy<ProfileState> copy = StateCopy.ofPart(jdbc, Topics.PROFILE, CODEC, ProfileState::lasting);
        handle(copy, state(1, true));

        ProfileState held = requireNonNull(copy.find(profile.toString()));
        assertThat(held.consents()).containsEntry("personalisation", true);
        assertThat(held.personal()).isEmpty();
        assertThat(held.orders()).isZero();
    }

    @Test
    void aCopyOfAPartIsWrittenAndToldOnlyWhereThePartChanges() {
        StateCopy<ProfileState> copy = StateCopy.ofPart(jdbc, Topics.PROFILE, CODEC, ProfileState::lasting);
        handle(copy, state(1, true));
        handle(copy, state(2, true), state(3, true));
        assertThat(revision()).isEqualTo(1);
        assertThat(told).hasSize(1);

        handle(copy, state(4, false));
        assertThat(revision()).isEqualTo(4);
        handle(copy, state(2, true));
        assertThat(revision()).as("an old state that comes again").isEqualTo(4);
        assertThat(told).hasSize(2);
    }

    @Test
    void aTombstoneForgetsThePart() {
        StateCopy<ProfileState> copy = StateCopy.ofPart(jdbc, Topics.PROFILE, CODEC, ProfileState::lasting);
        handle(copy, state(1, true));
        handle(copy, (ProfileState) null);

        assertThat(copy.find(profile.toString())).isNull();
        assertThat(told).hasSize(2);
    }

    private void handle(StateCopy<ProfileState> copy, @Nullable ProfileState... states) {
        List<StateChange<ProfileState>> changes = new ArrayList<>();
        for (ProfileState state : states) {
            changes.add(new StateChange<>(profile.toString(), state, state == null ? null : CODEC.write(state)));
        }
        copy.subscription("copy", told::addAll).handler().handle(changes);
    }

    private long revision() {
        return jdbc.sql("select revision from state_copy where record_key = ?")
                .param(profile.toString())
                .query(Long.class)
                .single();
    }

    private ProfileState state(long revision, boolean personalisation) {
        return new ProfileState(
                profile,
                revision,
                Instant.EPOCH.plusSeconds(revision),
                List.of("ada"),
                List.of(),
                "active",
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(revision),
                revision,
                revision,
                new Money(new BigDecimal("12.30"), Currency.getInstance("EUR")),
                null,
                null,
                Map.of("personalisation", personalisation, "marketing", true),
                List.of("email"),
                "Europe/Berlin",
                List.of(),
                Map.of("email", "ada@example.org"));
    }
}
