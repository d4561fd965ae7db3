package io.perennial.recommendation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RankingEvaluationTests {

    private static final Map<String, Integer> RANGE = Map.of("a", 5, "b", 2, "c", 1, "d", 0);

    @Test
    void oneTargetInSecondPlaceCountsOneOverTheLogarithmOfThree() {
        RankingReport report = of(2, List.of("a", "b", "c"), Set.of("b"));
        assertThat(report.ndcg10()).isEqualTo(Math.log(2) / Math.log(3), within(1e-12));
        assertThat(report.hr10()).isEqualTo(1);
        assertThat(report.mrr10()).isEqualTo(0.5);
        assertThat(report.map10()).isEqualTo(0.5);
    }

    @Test
    void ofTwoTargetsFirstAndThirdTheGainIsComparedWithFirstAndSecond() {
        RankingReport report = of(2, List.of("a", "b", "c"), Set.of("a", "c"));
        assertThat(report.ndcg10()).isEqualTo(1.5 / (1 + Math.log(2) / Math.log(3)), within(1e-12));
        assertThat(report.map10()).isEqualTo((1 + 2 / 3.0) / 2, within(1e-12));
    }

    @Test
    void shorterListsAreMeasuredToo() {
        RankingReport report = of(2, List.of("a", "b", "c"), Set.of("b", "c"));
        assertThat(report.cutoffs()).hasSize(10);
        assertThat(report.cutoffs().get(0)).isEqualTo(new RankingReport.Cutoff(1, 0, 0));
        assertThat(report.cutoffs().get(1).hr()).isEqualTo(1);
        // of two targets the second place alone: 1/log₂3 of 1 + 1/log₂3
        assertThat(report.cutoffs().get(1).ndcg()).isEqualTo(0.38685280723454163, within(1e-12));
        assertThat(report.cutoffs().getLast()).isEqualTo(new RankingReport.Cutoff(10, report.hr10(), report.ndcg10()));
    }

    @Test
    void whatStandsEleventhIsNoHit() {
        List<String> eleven = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "a");
        assertThat(of(1, eleven, Set.of("a")).hr10()).isZero();
    }

    @Test
    void coverageNoveltyAndBiasDescribeWhatWasShown() {
        RankingReport report = of(1, List.of("a", "b"), Set.of("x"));
        assertThat(report.coverage10()).isEqualTo(0.5);
        // shares 5/8 and 2/8
        assertThat(report.novelty10()).isEqualTo((Math.log(8 / 5.0) / Math.log(2) + 2) / 2, within(1e-12));
        // of four products a stands at 7/8, b at 5/8
        assertThat(report.popularityBias10()).isEqualTo(0.75, within(1e-12));
        // exposures 0 0 1 1
        assertThat(report.exposureGini10()).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void segmentsAreByTheLengthOfTheHistory() {
        RankingEvaluation<String> evaluation = new RankingEvaluation<>(RANGE);
        evaluation.add(1, List.of("a"), Set.of("a"));
        evaluation.add(4, List.of("a"), Set.of("b"));
        evaluation.add(12, List.of("a"), Set.of("a"));
        assertThat(evaluation.report().segments())
                .containsExactly(new RankingReport.Segment(1, 2, 0.5, 0.5), new RankingReport.Segment(10, 1, 1, 1));
    }

    @Test
    void nobodyToMeasureOnGivesZeros() {
        RankingReport report = new RankingEvaluation<>(Map.<String, Integer>of()).report();
        assertThat(report.cases()).isZero();
        assertThat(report.ndcg10()).isZero();
        assertThat(report.novelty10()).isZero();
        assertThat(report.segments()).isEmpty();
    }

    private static RankingReport of(int length, List<String> shelf, Set<String> targets) {
        RankingEvaluation<String> evaluation = new RankingEvaluation<>(RANGE);
        evaluation.add(length, shelf, targets);
        return evaluation.report();
    }
}
