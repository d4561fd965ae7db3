package io.perennial.common.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.stream.StateChange;
import io.perennial.common.topic.IdentityState;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LatestTests {

    private static final UUID PROFILE = UUID.fromString("00000000-0000-5000-8000-000000000001");
    private static final StateChange<IdentityState> TOMBSTONE = new StateChange<>("k", null, null);

    @Test
    void theHighestRevisionOfABatchHolds() {
        assertThat(Latest.byKey(List.of(change(2), change(1)))).containsEntry("k", change(2));
    }

    @Test
    void aTombstoneHoldsUntilSomethingFollowsIt() {
        assertThat(Latest.byKey(List.of(change(2), TOMBSTONE))).containsEntry("k", TOMBSTONE);
        assertThat(Latest.byKey(List.of(TOMBSTONE, change(1)))).containsEntry("k", change(1));
    }

    private static StateChange<IdentityState> change(long revision) {
        return new StateChange<>("k", new IdentityState("userId:k", PROFILE, revision), null);
    }
}
