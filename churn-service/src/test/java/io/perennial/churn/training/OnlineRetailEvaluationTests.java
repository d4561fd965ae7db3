package io.perennial.churn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.perennial.churn.OnlineRetail;
import io.perennial.churn.evaluation.EvaluationReport;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.churn.label.Target;
import io.perennial.churn.label.TimeSplit;
import io.perennial.churn.training.TrainingOutcome.Trained;
import io.perennial.common.identity.ProfileId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How well the whole way does on real purchases: 90 days ahead, as of four days of 2011, only labels known in time. */
class OnlineRetailEvaluationTests {

    private static final TrainingSettings SETTINGS = new TrainingSettings(
            20_111_209, Solver.NEWTON, 2_000_000, List.of(100.0, 10.0, 1000.0), false, 200, 40, 200);
    private static final Duration HORIZON = Duration.ofDays(90);
    private static final List<String> AS_OF = List.of("2011-06-10", "2011-07-10", "2011-08-10", "2011-09-10");

    @Test
    void ranksRealShoppersBetterThanRecencyAlone() throws IOException {
        Path file = OnlineRetail.file();
        assumeTrue(file != null, "SKIPPED: shared/data/online-retail.csv.gz is not in any parent folder");
        Map<ProfileId, ShopperHistory> histories = OnlineRetail.histories(file);

        List<EvaluationReport> reports = new ArrayList<>();
        for (String asOf : AS_OF) {
            EvaluationReport report = evaluate(histories, Instant.parse(asOf + "T00:00:00Z"));
            System.out.printf(
                    Locale.ROOT,
                    "%s: AUC %.4f [%.4f, %.4f], recency %.4f, gain [%.4f, %.4f], log-loss %.4f (raw %.4f, base %.4f),"
                            + " Brier %.4f, ECE %.4f (raw %.4f), %d shoppers, base rate %.3f%n",
                    asOf,
                    report.auc().value(),
                    report.auc().low(),
                    report.auc().high(),
                    report.recencyAuc(),
                    report.gainOverRecency().low(),
                    report.gainOverRecency().high(),
                    report.logLoss(),
                    report.rawLogLoss(),
                    report.baseLogLoss(),
                    report.brier(),
                    report.expectedCalibrationError(),
                    report.rawCalibrationError(),
                    report.shoppers(),
                    report.baseRate());
            reports.add(report);
        }

        double mean =
                reports.stream().mapToDouble(r -> r.auc().value()).average().orElseThrow();
        double recency = reports.stream()
                .mapToDouble(EvaluationReport::recencyAuc)
                .average()
                .orElseThrow();
        System.out.printf(Locale.ROOT, "retail_auc=%.4f retail_recency_auc=%.4f%n", mean, recency);
        assertThat(mean).isGreaterThan(0.72);
        assertThat(recency).isBetween(0.66, 0.70);
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.gainOverRecency().low()).isPositive();
            assertThat(report.logLoss()).isLessThan(report.baseLogLoss());
        });
    }

    private static EvaluationReport evaluate(Map<ProfileId, ShopperHistory> histories, Instant evaluation) {
        TimeSplit split = TimeSplit.endingAt(
                evaluation.plus(HORIZON), HORIZON, Duration.ofDays(1), Duration.ZERO, 6, Duration.ofDays(15));
        TrainingData data = new TrainingData(Target.CHURN, split);
        histories.forEach(data::add);
        long started = System.nanoTime();
        Trained trained = (Trained) ModelTrainer.run(data, SETTINGS);
        System.out.printf(
                Locale.ROOT,
                "%d rows of %d shoppers trained in %.1f s, recalibration %s%n",
                trained.rows(),
                trained.shoppers(),
                (System.nanoTime() - started) / 1e9,
                trained.recalibration());
        return trained.report();
    }
}
