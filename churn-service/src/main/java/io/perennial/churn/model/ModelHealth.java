package io.perennial.churn.model;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Which model serves, as health and as gauges. {@code churn.training.age} (seconds since a training last gave a model, champion or
 * challenger, NaN without any): alert where it exceeds two training intervals. {@code churn.model.age} is the champion's own and may
 * grow while no challenger is better. {@code churn.model.auc}: alert below 0.65. Having no model yet is no ill health.
 */
@Component("churnModel")
class ModelHealth implements HealthIndicator {

    private final ModelRegistry models;

    ModelHealth(ModelRegistry models, MeterRegistry meters, Clock clock) {
        this.models = models;
        Gauge.builder("churn.model.age", models, registry -> age(registry, clock))
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("churn.training.age", models, registry -> age(registry.newest(), clock))
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("churn.model.auc", models, ModelHealth::auc).register(meters);
    }

    @Override
    public Health health() {
        ServingModel model = models.current();
        return model == null
                ? Health.up().withDetail("model", "none yet").build()
                : Health.up()
                        .withDetail("model", model.id())
                        .withDetail("trainedAt", model.artefact().trainedAt().toString())
                        .build();
    }

    private static double age(ModelRegistry models, Clock clock) {
        ServingModel model = models.current();
        return age(model == null ? null : model.artefact().trainedAt(), clock);
    }

    private static double age(@Nullable Instant since, Clock clock) {
        return since == null
                ? Double.NaN
                : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    private static double auc(ModelRegistry models) {
        ServingModel model = models.current();
        return model == null ? Double.NaN : model.artefact().report().auc().value();
    }
}
