package io.perennial.churn.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perennial.churn.evaluation.Curves.Point;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a report says beside its AUC, on examples small enough for paper. */
class ReportTests {

    /** From the highest: left, stayed, left, stayed; so precision 1, 1/2, 2/3, 1/2. */
    private static final Predictions FOUR =
            new Predictions(new double[] {2, 1, -1, -2}, new boolean[] {true, false, true, false});

    @Test
    void measuresAreTheOnesOfThePaper() {
        Measures measures = Measures.of(FOUR, 0.5, 20, 1);
        assertThat(measures.prAuc().value()).isCloseTo((1 + 2.0 / 3) / 2, within(1e-12));
        assertThat(measures.accuracy().value()).isEqualTo(0.5);
        assertThat(measures.precision().value()).isEqualTo(0.5);
        assertThat(measures.recall().value()).isEqualTo(0.5);
        assertThat(measures.f1().value()).isEqualTo(0.5);
        assertThat(measures.logLoss().value()).isCloseTo(ProbabilityScores.logLoss(FOUR), within(1e-12));
        assertThat(measures.brier().value()).isCloseTo(ProbabilityScores.brier(FOUR), within(1e-12));
    }

    @Test
    void theBestThresholdIsTheOneOfTheLargestF1() {
        // Flagging three catches both who left: F1 = 2·2/(3+2) = .8, more than .67 of one and .67 of all.
        assertThat(Measures.bestThreshold(FOUR)).isCloseTo(Predictions.sigmoid(-1), within(1e-12));
    }

    @Test
    void intervalsHoldTheEstimateAndLiftIsOverTheAverage() {
        Predictions many = calibrated(2_000, 3);
        Measures measures = Measures.of(many, 0.5, 100, 1);
        for (Interval interval :
                List.of(measures.prAuc(), measures.logLoss(), measures.brier(), measures.f1(), measures.recall())) {
            assertThat(interval.value()).isBetween(interval.low(), interval.high());
        }
        assertThat(measures.lift()).hasSize(10);
        assertThat(measures.lift().getFirst().value()).isGreaterThan(1.4);
        assertThat(measures.lift().stream()
                        .mapToDouble(Interval::value)
                        .average()
                        .orElseThrow())
                .isCloseTo(1, within(1e-9));
        assertThat(measures).isEqualTo(Measures.of(many, 0.5, 100, 1));
    }

    @Test
    void poolsOfTheIsotonicCurveRise() {
        assertThat(Isotonic.of(FOUR)).hasSize(3).extracting(Point::y).containsExactly(0.0, 0.5, 1.0);
    }

    @Test
    void curvesEndWhereAllAreFlagged() {
        Curves curves = Curves.of(calibrated(2_000, 4));
        assertThat(curves.roc().getLast()).isEqualTo(new Point(1, 1));
        assertThat(curves.gain().getLast()).isEqualTo(new Point(1, 1));
        assertThat(curves.precisionRecall().getLast().x()).isEqualTo(1);
        assertThat(curves.roc()).hasSizeBetween(90, 102);
    }

    @Test
    void aChallengerStoredBeforeThereWasImportanceStillReads() {
        Challenger read = new JsonMapper().readValue("""
                        {"name":"trees","auc":{"value":0.7,"low":0.6,"high":0.8},"logLoss":0.5}""", Challenger.class);
        assertThat(read).isEqualTo(new Challenger("trees", new Interval(0.7, 0.6, 0.8), 0.5, null, List.of()));
    }

    @Test
    void thePageEscapesAndDrawsWhatIsThere() {
        Predictions said = calibrated(500, 5);
        Interval auc = new Ranking(said).aucInterval(20, 1);
        EvaluationReport report = new EvaluationReport(
                Instant.EPOCH,
                90,
                500,
                said.churnedCount(),
                said.baseRate(),
                auc,
                0.6,
                auc,
                0.6,
                0.69,
                0.6,
                0.2,
                0.02,
                0.03,
                Calibration.of(said, 10).bins(),
                Measures.of(said, 0.5, 20, 1),
                Curves.of(said),
                List.of(
                        new Challenger("trees", auc, 0.5, "log-odds", List.of(new Importance("<orders>", auc))),
                        new Challenger("of long ago", auc, 0.5, null, List.of())),
                List.of(new Driver("<tenure>", new Interval(1.5, 1.2, 1.9))));
        String page = ReportPage.html("<model>", "placed no <order>", report);
        assertThat(page)
                .contains(
                        "&lt;model&gt;",
                        "ROC",
                        "Lift by tenth",
                        "trees",
                        "SHAP value, log-odds",
                        "&lt;orders&gt;",
                        "&lt;tenure&gt;",
                        "no &lt;order&gt;")
                .doesNotContain("<model>", "<orders>", "<tenure>", "<order>", "NaN", "null");
        assertThat(page.split("<svg", -1)).hasSize(6);
    }

    @Test
    void importanceIsTheMeanAbsoluteContributionWithItsInterval() {
        Random random = new Random(3);
        List<double[]> contributions = random.doubles(400)
                .mapToObj(u -> new double[] {0.1, u < 0.5 ? -1 : 1, u})
                .toList();
        List<Importance> all = Importance.of(List.of("constant", "sign", "share"), contributions, 200, 7);
        assertThat(all).extracting(Importance::feature).containsExactly("sign", "share", "constant");
        assertThat(all.get(1).meanContribution().value()).isCloseTo(0.5, within(.05));
        assertThat(all.get(1).meanContribution().low()).isCloseTo(0.5 - 1.96 * .2887 / 20, within(.04));
        assertThat(all.get(0).meanContribution().high()).isCloseTo(1, within(1e-9));
    }

    private static Predictions calibrated(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] scores = new double[size];
        boolean[] churned = new boolean[size];
        for (int i = 0; i < size; i++) {
            scores[i] = random.nextGaussian() * 1.5;
            churned[i] = random.nextDouble() < Predictions.sigmoid(scores[i]);
        }
        return new Predictions(scores, churned);
    }
}
