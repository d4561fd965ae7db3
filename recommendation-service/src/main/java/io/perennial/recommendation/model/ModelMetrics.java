package io.perennial.recommendation.model;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * What an operator watches of the models: {@code recommendation.model.age} (seconds since the training of the newest one
 * that answers; not a number before the first). Alert where it exceeds a few training intervals while events come in.
 * Health names what answers and stays up: without a model the service still answers with what is popular or in the range.
 */
@Component
class ModelMetrics implements HealthIndicator {

    private final Models models;

    ModelMetrics(Models models, MeterRegistry meters) {
        this.models = models;
        TimeGauge.builder("recommendation.model.age", models, TimeUnit.SECONDS, ModelMetrics::age)
                .description("Time since the training of the newest model that answers")
                .register(meters);
    }

    @Override
    public Health health() {
        CurrentModels current = models.current();
        Duration age = models.age();
        return Health.up()
                .withDetail("modelAgeSeconds", age == null ? "no model yet" : age.toSeconds())
                .withDetail("itemToItemProducts", current.itemToItem().products())
                .withDetail(
                        "popularProducts",
                        current.popularity().mostPopularFirst().size())
                .withDetail("publishedModelUnreadable", models.degraded())
                .build();
    }

    private static double age(Models models) {
        Duration age = models.age();
        return age == null ? Double.NaN : age.toMillis() / 1000.0;
    }
}
