package io.perennial.churn.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.perennial.churn.drift.Shift;
import io.perennial.churn.label.Target;
import io.perennial.churn.model.ModelRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The latest look at each target's model as gauges: {@code churn.drift.psi{target,feature}} and {@code churn.drift.ks{target,feature}}
 * since the training, {@code churn.calibration.gap{target}} (said less seen, in probability), {@code churn.watch.alerts{target,kind}}:
 * alert above 0; {@code churn.watch.age{target}} (seconds): alert above two days. Where a target has no model, or nobody has looked
 * yet, there are no alerts and all else is NaN.
 */
@Component
class WatchMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(WatchMetrics.class);

    private final WatchReportStore reports;
    private final ModelRegistry models;
    private final Map<Target, WatchReport> latest = new ConcurrentHashMap<>();

    WatchMetrics(WatchReportStore reports, ModelRegistry models, MeterRegistry meters, Clock clock) {
        this.reports = reports;
        this.models = models;
        for (Target target : Target.values()) {
            register(target, meters, clock);
        }
    }

    private void register(Target target, MeterRegistry meters, Clock clock) {
        List<String> features = new ArrayList<>(target.features().names());
        features.add(WatchReport.SCORE);
        for (String feature : features) {
            Gauge.builder("churn.drift.psi", () -> shift(target, feature, Shift::psi))
                    .tags("target", target.wire(), "feature", feature)
                    .register(meters);
            Gauge.builder("churn.drift.ks", () -> shift(target, feature, Shift::ks))
                    .tags("target", target.wire(), "feature", feature)
                    .register(meters);
        }
        for (WatchReport.Kind kind : WatchReport.Kind.values()) {
            Gauge.builder("churn.watch.alerts", () -> alerts(target, kind))
                    .tags("target", target.wire(), "kind", kind.wire())
                    .register(meters);
        }
        Gauge.builder("churn.calibration.gap", () -> gap(target))
                .tag("target", target.wire())
                .register(meters);
        Gauge.builder("churn.watch.age", () -> age(target, clock))
                .tag("target", target.wire())
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${perennial.churn.scoring.count-interval}")
    void read() {
        try {
            for (Target target : Target.values()) {
                WatchReport report = models.current(target) == null ? null : reports.latest(target);
                if (report == null) {
                    latest.remove(target);
                } else {
                    latest.put(target, report);
                }
            }
        } catch (DataAccessException e) {
            LOG.debug("The latest watch reports could not be read: {}", e.toString());
        }
    }

    private double shift(Target target, String feature, ToDoubleFunction<Shift> measure) {
        WatchReport report = latest.get(target);
        return report == null
                ? Double.NaN
                : report.features().stream()
                        .filter(drift -> drift.feature().equals(feature))
                        .mapToDouble(drift -> measure.applyAsDouble(drift.shift()))
                        .findFirst()
                        .orElse(Double.NaN);
    }

    private double alerts(Target target, WatchReport.Kind kind) {
        WatchReport report = latest.get(target);
        return report == null
                ? 0
                : report.alerts().stream().filter(alert -> alert.kind() == kind).count();
    }

    private double gap(Target target) {
        WatchReport report = latest.get(target);
        CalibrationCheck calibration = report == null ? null : report.calibration();
        return calibration == null ? Double.NaN : calibration.gap().value();
    }

    private double age(Target target, Clock clock) {
        WatchReport report = latest.get(target);
        return report == null
                ? Double.NaN
                : Duration.between(report.at(), clock.instant()).toMillis() / 1000.0;
    }
}
