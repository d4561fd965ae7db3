package io.perennial.deploy.local.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class PortPlanTests {

    @Test
    void theUsualPortsHaveNoConflict() {
        assertThat(PortPlan.usual(0).complaint()).isEmpty();
        assertThat(PortPlan.usual(20_000).complaint()).isEmpty();
    }

    @Test
    void aPortTooHighForItsServiceIsNamed() {
        assertThat(PortPlan.usual(0).with(Port.CHURN, 65_000).complaint()).contains("churn + 1000=66000");
    }

    @Test
    void aPortGivenTwiceIsNamed() {
        assertThat(PortPlan.usual(0).with(Port.SMTP, 9081).complaint())
                .isEqualTo("port 9081 is given to both smtp and ingest + 1000");
    }

    @Test
    void freePortsAreAllDifferent() {
        var free = PortPlan.free();
        assertThat(free.complaint()).isEmpty();
        assertThat(new HashSet<>(free.numbers().values())).hasSize(Port.values().length);
    }

    @Test
    void whatIsWrittenDownIsReadBack() {
        var plan = PortPlan.usual(7).with(Port.MAIL, 4711);
        assertThat(PortPlan.from(plan.toProperties())).isEqualTo(plan);
    }
}
