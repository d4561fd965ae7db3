package io.perennial.profile.metric;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.perennial.profile.stage.Stage;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The business as gauges, read from the profiles on a schedule; every replica shows the same, so dashboards take the
 * maximum. Windows look back from now, so a replayed past shows as nobody active. Alert where {@code profile.shoppers.active}
 * of the day falls to nothing while ingest accepts events: the fold stands still.
 */
@Component
class BusinessMetrics {

    private final BusinessStore store;
    private final Clock clock;
    private final Map<BusinessStore.Window, BusinessStore.Activity> activity = new ConcurrentHashMap<>();
    private final Map<String, Long> stages = new ConcurrentHashMap<>();
    private volatile BusinessStore.Totals totals = BusinessStore.Totals.NONE;

    BusinessMetrics(BusinessStore store, Clock clock, MeterRegistry metrics) {
        this.store = store;
        this.clock = clock;
        for (BusinessStore.Window window : BusinessStore.Window.values()) {
            windowed(
                    "profile.shoppers.active",
                    "Shoppers seen within the window",
                    window,
                    BusinessStore.Activity::active,
                    metrics);
            windowed(
                    "profile.shoppers.new",
                    "Shoppers first seen within the window",
                    window,
                    BusinessStore.Activity::fresh,
                    metrics);
            windowed(
                    "profile.shoppers.returning",
                    "Shoppers seen within the window and known from before",
                    window,
                    BusinessStore.Activity::returning,
                    metrics);
            windowed(
                    "profile.buyers.known",
                    "Shoppers who bought before the window",
                    window,
                    BusinessStore.Activity::knownBuyers,
                    metrics);
            windowed(
                    "profile.buyers.retained",
                    "Shoppers who bought before the window and within it",
                    window,
                    BusinessStore.Activity::retainedBuyers,
                    metrics);
        }
        for (Stage stage : Stage.values()) {
            Gauge.builder("profile.shoppers.stage", () -> stages.getOrDefault(stage.wire(), 0L))
                    .description("Shoppers by lifecycle stage as last published")
                    .tag("stage", stage.wire())
                    .register(metrics);
        }
        Gauge.builder("profile.revenue.net", () -> totals.revenue())
                .description("Orders less refunds of all shoppers, in the shop's currency")
                .register(metrics);
        Gauge.builder("profile.orders.distinct", () -> totals.orders())
                .description("Distinct completed orders of all shoppers")
                .register(metrics);
        Gauge.builder("profile.sessions.conversion", () -> totals.conversion())
                .description("Share of all sessions that saw an order")
                .register(metrics);
    }

    @Scheduled(initialDelayString = "1s", fixedDelayString = "${perennial.metrics.every}")
    void read() {
        for (BusinessStore.Window window : BusinessStore.Window.values()) {
            activity.put(window, store.activity(clock.instant().minus(window.length())));
        }
        Map<String, Long> counted = store.stages();
        for (Stage stage : Stage.values()) {
            stages.put(stage.wire(), counted.getOrDefault(stage.wire(), 0L));
        }
        totals = store.totals();
    }

    private void windowed(
            String name,
            String what,
            BusinessStore.Window window,
            ToDoubleFunction<BusinessStore.Activity> value,
            MeterRegistry metrics) {
        Gauge.builder(name, () -> value.applyAsDouble(activity.getOrDefault(window, BusinessStore.Activity.NONE)))
                .description(what)
                .tag("window", window.tag())
                .register(metrics);
    }
}
