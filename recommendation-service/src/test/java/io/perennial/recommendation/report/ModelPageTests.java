package io.perennial.recommendation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ModelPageTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void drawsACurveForEachRivalAndOneOverTheTrainings() {
        ReportedModel before = model(NOON, provenance(0.2, 0.1));
        ReportedModel now = model(NOON.plus(Duration.ofDays(1)), provenance(0.4, 0.1));
        String page = ModelPage.html(now, List.of(before, now));
        assertThat(page)
                .contains("item-to-item", "popularity", "0.4000", "03-01", "03-02", "On what 7 shoppers")
                .doesNotContain("NaN", "null");
        assertThat(page.split("<svg", -1))
                .as("gain, hits, by history, trainings")
                .hasSize(5);
        assertThat(page.split("<polyline", -1))
                .as("two lines each, by history the model's alone")
                .hasSize(8);
    }

    @Test
    void whatWasNeverMeasuredHasNoCurves() {
        ReportedModel alone = model(NOON, Map.of("code", "1", "evaluation", Map.of("shoppers", 0)));
        assertThat(ModelPage.html(alone, List.of(alone)))
                .contains("Nothing was measured")
                .doesNotContain("<svg");
    }

    @Test
    void anOlderReportWithoutCurvesShowsItsFigures() {
        ReportedModel old =
                model(NOON, Map.of("evaluation", Map.of("cases", 3, "blend", Map.of("ndcg10", 0.25, "hr10", 0.5))));
        assertThat(ModelPage.html(old, List.of(old)))
                .contains("0.2500", "0.5000")
                .doesNotContain("<svg");
    }

    @Test
    void whatStandsInProvenanceIsEscaped() {
        ReportedModel odd = model(NOON, Map.of("code", "<script>", "parameters", Map.of("a", "\"&\"")));
        assertThat(ModelPage.html(odd, List.of(odd)))
                .contains("&lt;script&gt;", "&quot;&amp;&quot;")
                .doesNotContain("<script>");
    }

    @Test
    void theAxisEndsAboveTheHighestAndValuesLieOnIt() {
        String chart = new LineChart("t", "x", List.of("1", "2"))
                .line("one", List.of(0.0, 0.3))
                .svg();
        // The axis runs from 222 to 34 for 0 to 0.4.
        assertThat(chart).contains("0.400</text>", "cy=\"222.0\"", "cy=\"81.0\"");
    }

    private static ReportedModel model(Instant trainedAt, Map<String, Object> provenance) {
        return new ReportedModel(UUID.randomUUID(), "item-to-item", "published", trainedAt, "ab12", provenance);
    }

    private static Map<String, Object> provenance(double mine, double popular) {
        return Map.of(
                "shoppers",
                100,
                "evaluation",
                Map.of(
                        "shoppers",
                        7,
                        "ndcg10",
                        mine,
                        "itemToItem",
                        Map.of(
                                "ndcg10",
                                mine,
                                "cutoffs",
                                cutoffs(mine),
                                "segments",
                                List.of(Map.of("fromLength", 1, "ndcg10", mine))),
                        "popularity",
                        Map.of("ndcg10", popular, "cutoffs", cutoffs(popular))));
    }

    private static List<Map<String, Object>> cutoffs(double ndcg) {
        return List.of(Map.of("k", 1, "hr", ndcg / 2, "ndcg", ndcg / 2), Map.of("k", 2, "hr", ndcg, "ndcg", ndcg));
    }
}
