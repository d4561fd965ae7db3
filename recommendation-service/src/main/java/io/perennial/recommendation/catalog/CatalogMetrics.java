package io.perennial.recommendation.catalog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * {@code recommendation.catalog.products}: products known, sellable or not, counted every 30 s. Alert where it falls, or
 * stays at zero while orders come in.
 */
@Component
class CatalogMetrics {

    private final Catalog catalog;
    private volatile double products = Double.NaN;

    CatalogMetrics(Catalog catalog, MeterRegistry meters) {
        this.catalog = catalog;
        Gauge.builder("recommendation.catalog.products", this, metrics -> metrics.products)
                .description("Products known")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${perennial.recommendation.catalog.count-interval:30s}")
    void count() {
        products = catalog.now().size();
    }
}
