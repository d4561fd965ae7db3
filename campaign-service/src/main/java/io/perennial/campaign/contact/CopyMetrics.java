package io.perennial.campaign.contact;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** {@code campaign.copy.age}: how far our copy of profiles is behind; above 30 s sending pauses: alert above a minute. */
@Component
class CopyMetrics {

    CopyMetrics(Shoppers shoppers, MeterRegistry meters) {
        Gauge.builder("campaign.copy.age", shoppers, s -> s.copyAge().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("How far the copy of profiles and identities is behind")
                .register(meters);
    }
}
