package io.perennial.deploy.bench.churn;

import io.perennial.churn.evaluation.Interval;
import io.perennial.churn.evaluation.Ranking;
import io.perennial.churn.table.CrossValidation;
import io.perennial.churn.table.CrossValidation.Result;
import io.perennial.churn.table.LabelledTable;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How well the models do on one table. The best of ours is the blend: what it is made of was chosen within the training's rows, so it is
 * no choice by the tested ones.
 *
 * @param results logistic regression first, the blend last
 */
record TableQuality(List<Result> results, int duplicates) {

    private static final int RESAMPLES = 200;

    static TableQuality of(LabelledTable table, int repeats, long seed, Progress progress) {
        table.findings()
                .forEach(finding -> progress.says("  %s %s %s"
                        .formatted(
                                finding.kind().toString().toLowerCase(Locale.ROOT), finding.column(), finding.text())));
        List<Result> results = CrossValidation.run(table, repeats, seed);
        for (Result result : results) {
            Interval interval = new Ranking(result.pooled().getFirst()).aucInterval(RESAMPLES, seed);
            progress.says(String.format(
                    Locale.ROOT,
                    "  %-20s AUC %.4f [%.4f, %.4f], ECE %.4f",
                    result.model(),
                    result.auc(),
                    interval.low(),
                    interval.high(),
                    result.expectedCalibrationError()));
        }
        return new TableQuality(results, table.duplicates());
    }

    List<Figure> figures(String prefix) {
        return List.of(
                bestAuc(prefix + "_auc"),
                new Figure(prefix + "_ece", results.getLast().expectedCalibrationError()),
                new Figure(prefix + "_duplicates", duplicates),
                linearAuc(prefix + "_linear_auc"),
                linearEce(prefix + "_linear_ece"),
                challengerAuc(prefix + "_challenger_auc"));
    }

    Figure linearAuc(String name) {
        return new Figure(name, results.getFirst().auc());
    }

    Figure linearEce(String name) {
        return new Figure(name, results.getFirst().expectedCalibrationError());
    }

    Figure bestAuc(String name) {
        return new Figure(name, results.getLast().auc());
    }

    /** Of the trees, boosted or a forest. */
    Figure challengerAuc(String name) {
        return new Figure(
                name,
                results.subList(1, results.size() - 1).stream()
                        .max(Comparator.comparingDouble(Result::auc))
                        .orElseThrow()
                        .auc());
    }
}
