package io.perennial.common.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.stream.StateChange;
import io.perennial.common.topic.IdentityState;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LatestTests {

    private static final UUID PROFILE = UUID.fromString("00000000-0000-5000-8000-000000000001");

    @Test
    void theHighestRevisionOfABatchHolds() {
        assertThat(Latest.byKey(List.of(change(2), change(1)))).containsEntry("k", state(2));
    }

    @Test
    void aTombstoneHoldsUntilSomethingFollowsIt() {
        assertThat(Latest.byKey(List.of(change(2), new StateChange<IdentityState>("k", null))))
                .containsEntry("k", null);
        assertThat(Latest.byKey(List.of(new StateChange<IdentityState>("k", null), change(1))))
                .containsEntry("k", state(1));
    }

    private static StateChange<IdentityState> change(long revision) {
        return new StateChange<>("k", state(revision));
    }

    private static IdentityState state(long revision) {
        return new IdentityState("userId:k", PROFILE, revision);
    }
}
