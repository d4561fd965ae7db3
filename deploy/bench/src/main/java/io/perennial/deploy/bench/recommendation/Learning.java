package io.perennial.deploy.bench.recommendation;

import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.recommendation.algebra.Kernel;
import io.perennial.recommendation.blend.Blend;
import io.perennial.recommendation.blend.BlendSearch;
import io.perennial.recommendation.blend.BlendTrainer;
import io.perennial.recommendation.blend.Holdout;
import io.perennial.recommendation.blend.Part;
import io.perennial.recommendation.blend.Recipe;
import io.perennial.recommendation.blend.Scoring;
import io.perennial.recommendation.blend.SearchEffort;
import io.perennial.recommendation.blend.Shelves;
import io.perennial.recommendation.blend.Trend;
import io.perennial.recommendation.evaluation.RankingReport;
import io.perennial.recommendation.linear.Capacity;
import io.perennial.recommendation.linear.LinearTrainer;
import io.perennial.recommendation.sequence.Sequences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Choosing, fitting and measuring blends, with figures under a prefix. */
final class Learning {

    /** Dense models of more items would take minutes each; the rest of the range is left to the sparse ones. */
    private static final int MOST_DENSE_ITEMS = 16_000;

    private static final int WEIGHTS = 400;
    private static final long CELLS = 100_000_000;

    private final String prefix;
    private final LinearTrainer trainer;
    private final SearchEffort effort;
    private final Progress progress;
    private final List<Figure> figures = new ArrayList<>();

    /** @param longest so many newest interactions of a shopper are learnt from */
    Learning(String prefix, int longest, double operations, Progress progress) {
        this.prefix = prefix;
        this.progress = progress;
        var kernel = Kernel.best();
        progress.says("Kernel: " + kernel.describe());
        trainer = new LinearTrainer(new Capacity(MOST_DENSE_ITEMS, WEIGHTS, longest), kernel);
        effort = new SearchEffort(operations, CELLS);
    }

    /** Chooses by validation alone, and says how long that took. */
    Recipe search(Sequences train, Trend trend, Holdout validation) {
        var start = System.nanoTime();
        var recipe = new BlendSearch(trainer, effort, progress::says).search(train, trend, validation);
        figure("search_seconds", (System.nanoTime() - start) / 1e9);
        recipe.ingredients().forEach(one -> progress.says("  chosen: " + one));
        progress.says(String.format(
                Locale.ROOT, "  trend: power %.3f, share %.4f", recipe.trendPower(), recipe.trendShare()));
        return recipe;
    }

    /** Fits what was chosen, and says how long that took. */
    Blend fit(Recipe recipe, Sequences train, Trend trend, String name) {
        var start = System.nanoTime();
        var blend = new BlendTrainer(trainer).train(recipe, train, trend);
        figure(name + "_seconds", (System.nanoTime() - start) / 1e9);
        return blend;
    }

    /** The figures of a model; an empty name for the one that is claimed. */
    RankingReport measure(String name, Scoring scoring, Holdout test, int[] counts) {
        var report = Shelves.report(scoring, test, counts);
        report(name, report);
        return report;
    }

    /** Each part alone, popularity alone and ALS, the peers. */
    void measureAlone(Blend blend, Trend trend, Sequences train, Holdout test) {
        var counts = train.counts();
        for (Part part : blend.parts()) {
            measure(part.name() + "_", new Blend(List.of(part), trend), test, counts);
        }
        measure("popularity_", new Blend(List.of(), trend), test, counts);
        var start = System.nanoTime();
        var als = Als.trained(train);
        figure("als_train_seconds", (System.nanoTime() - start) / 1e9);
        measure("als_", als, test, counts);
    }

    /** Shoppers alike, a peer, tuned on the validation by what was before it. */
    void measureShopperKnn(Sequences before, Holdout validation, Sequences train, Holdout test) {
        var start = System.nanoTime();
        var setting = ShopperKnn.tuned(before, validation);
        figure("user_knn_search_seconds", (System.nanoTime() - start) / 1e9);
        progress.says("  user-kNN: " + setting);
        measure("user_knn_", ShopperKnn.trained(setting, train), test, train.counts());
    }

    void report(String name, RankingReport report) {
        figure(name + "ndcg10", report.ndcg10());
        figure(name + "hr10", report.hr10());
        figure(name + "coverage10", report.coverage10());
        figure(name + "popularity_bias10", report.popularityBias10());
        progress.says(String.format(
                Locale.ROOT,
                "%s_%sof %d cases: NDCG@10 %.5f, HR@10 %.5f, MRR@10 %.5f, novelty %.1f bits, exposure's Gini %.3f",
                prefix,
                name,
                report.cases(),
                report.ndcg10(),
                report.hr10(),
                report.mrr10(),
                report.novelty10(),
                report.exposureGini10()));
        report.segments()
                .forEach(segment -> progress.says(String.format(
                        Locale.ROOT,
                        "  histories from %d: %d cases, NDCG@10 %.5f, HR@10 %.5f",
                        segment.fromLength(),
                        segment.cases(),
                        segment.ndcg10(),
                        segment.hr10())));
    }

    void figure(String name, double value) {
        figures.add(new Figure(prefix + "_" + name, value));
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }
}
