package io.perennial.churn.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.perennial.churn.drift.Shift;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The latest look as gauges: {@code churn.drift.psi{feature}} and {@code churn.drift.ks{feature}} since the training,
 * {@code churn.calibration.gap} (said less seen, in probability), {@code churn.watch.alerts{kind}}: alert above 0;
 * {@code churn.watch.age} (seconds, NaN before the first look): alert above two days.
 */
@Component
class WatchMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(WatchMetrics.class);

    private final WatchReportStore reports;
    private volatile @Nullable WatchReport latest;

    WatchMetrics(WatchReportStore reports, MeterRegistry meters, Clock clock) {
        this.reports = reports;
        List<String> features = new ArrayList<>(WatchSample.featureNames());
        features.add(WatchReport.SCORE);
        for (String feature : features) {
            Gauge.builder("churn.drift.psi", () -> shift(feature, Shift::psi))
                    .tag("feature", feature)
                    .register(meters);
            Gauge.builder("churn.drift.ks", () -> shift(feature, Shift::ks))
                    .tag("feature", feature)
                    .register(meters);
        }
        for (WatchReport.Kind kind : WatchReport.Kind.values()) {
            Gauge.builder("churn.watch.alerts", () -> alerts(kind))
                    .tag("kind", kind.wire())
                    .register(meters);
        }
        Gauge.builder("churn.calibration.gap", this::gap).register(meters);
        Gauge.builder("churn.watch.age", () -> age(clock)).baseUnit("seconds").register(meters);
    }

    @Scheduled(fixedDelayString = "${perennial.churn.scoring.count-interval}")
    void read() {
        try {
            latest = reports.latest();
        } catch (DataAccessException e) {
            LOG.debug("The latest watch report could not be read: {}", e.toString());
        }
    }

    private double shift(String feature, ToDoubleFunction<Shift> measure) {
        WatchReport report = latest;
        return report == null
                ? Double.NaN
                : report.features().stream()
                        .filter(drift -> drift.feature().equals(feature))
                        .mapToDouble(drift -> measure.applyAsDouble(drift.shift()))
                        .findFirst()
                        .orElse(Double.NaN);
    }

    private double alerts(WatchReport.Kind kind) {
        WatchReport report = latest;
        return report == null
                ? 0
                : report.alerts().stream().filter(alert -> alert.kind() == kind).count();
    }

    private double gap() {
        WatchReport report = latest;
        CalibrationCheck calibration = report == null ? null : report.calibration();
        return calibration == null ? Double.NaN : calibration.gap().value();
    }

    private double age(Clock clock) {
        WatchReport report = latest;
        return report == null
                ? Double.NaN
                : Duration.between(report.at(), clock.instant()).toMillis() / 1000.0;
    }
}
