package io.perennial.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.deploy.local.service.Service;
import java.time.Duration;

/** Kills profile-service in the midst of its work (SIGKILL, no farewell), and starts it again. */
record Kills(RunningSuite shop) {

    /** Several batches, and far less than a third of what comes. */
    private static final int HANDLED = 3_000;

    /** A service's counters begin at zero with each life. */
    double kill() {
        var part = shop.suite().part(Service.PROFILE.module());
        var handled = Wait.until(
                "profile-service has handled " + HANDLED + " events",
                Duration.ofMinutes(3),
                this::handled,
                done -> done >= HANDLED);
        part.kill();
        assertThat(part.isAlive()).isFalse();
        part.start();
        part.awaitReady();
        return handled;
    }

    /** Events handled in its present life. */
    double handled() {
        return shop.metric(Service.PROFILE, "stream_records_read_total", "group=\"profile\"");
    }
}
