package io.perennial.churn.scoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * {@code churn.shoppers.band{band}}: how many shoppers are in each band. Alert where {@code high} grows by a third within a
 * day: either the shop lost something, or the model did.
 */
@Component
class BandMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(BandMetrics.class);

    private final ScoreStore store;
    private volatile Map<Band, Long> counts = Map.of();

    BandMetrics(ScoreStore store, MeterRegistry meters) {
        this.store = store;
        for (Band band : Band.values()) {
            Gauge.builder("churn.shoppers.band", this, self -> self.counts.getOrDefault(band, 0L))
                    .tag("band", band.wire())
                    .register(meters);
        }
    }

    @Scheduled(fixedDelayString = "${perennial.churn.scoring.count-interval}")
    void count() {
        try {
            counts = store.countByBand();
        } catch (DataAccessException e) {
            LOG.debug("The bands could not be counted: {}", e.toString());
        }
    }
}
