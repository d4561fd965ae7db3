package io.perennial.common.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perennial.common.testkit.WithInfrastructure;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

@WithInfrastructure
@SpringBootTest
@ActiveProfiles("local")
class LeaderLockIT {

    @Autowired
    private LeaderLock lock;

    @Test
    void whileOneWorksNobodyElseDoes() {
        AtomicBoolean second = new AtomicBoolean(true);

        assertThat(lock.runIfLeader("job", () -> second.set(lock.runIfLeader("job", () -> {}))))
                .isTrue();

        assertThat(second).isFalse();
        assertThat(lock.runIfLeader("job", () -> {})).isTrue();
    }

    @Test
    void aJobThatFailsGivesTheLockBack() {
        assertThatThrownBy(() -> lock.runIfLeader("failing", () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(lock.runIfLeader("failing", () -> {})).isTrue();
    }
}
