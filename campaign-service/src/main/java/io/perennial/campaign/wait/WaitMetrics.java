package io.perennial.campaign.wait;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** {@code campaign.waits.pending}: triggers that wait for their moment; alert where it grows without traffic growing. */
@Component
class WaitMetrics {

    WaitMetrics(WaitStore store, MeterRegistry meters) {
        Gauge.builder("campaign.waits.pending", store, WaitStore::pending)
                .description("Triggers that wait for their moment")
                .register(meters);
    }
}
