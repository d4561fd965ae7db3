package io.perennial.deploy.bench.recommendation;

import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.recommendation.blend.Blend;
import io.perennial.recommendation.blend.Holdout;
import io.perennial.recommendation.blend.Shelves;
import io.perennial.recommendation.blend.Trend;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * New purchases of known customers after a cut, by models that know only what was before it; everything is chosen on the month
 * before the cut, ours and item-kNN alike.
 */
final class RetailQuality {

    private static final long VALIDATION = Instant.parse("2011-10-01T00:00:00Z").getEpochSecond();
    private static final long CUT = Instant.parse("2011-11-01T00:00:00Z").getEpochSecond();
    private static final long END = Instant.parse("2012-01-01T00:00:00Z").getEpochSecond();
    private static final double[] HALF_LIVES = {7, 14, 30, 60, 120};
    private static final int LONGEST = 1000;

    private final double operations;
    private final Progress progress;

    RetailQuality(double operations, Progress progress) {
        this.operations = operations;
        this.progress = progress;
    }

    List<Figure> measure(Path file) {
        var purchases = Purchases.read(file);
        var validation = holdout(purchases, VALIDATION, CUT);
        var test = holdout(purchases, CUT, END);
        progress.says("%s: %d customers, %d products, %d to validate on, %d to test on"
                .formatted(
                        file.getFileName(),
                        purchases.customers().size(),
                        purchases.products(),
                        validation.cases().size(),
                        test.cases().size()));
        var learning = new Learning("retail", LONGEST, operations, progress);
        var halfLife = bestHalfLife(purchases, validation);
        learning.figure("trend_half_life_days", halfLife);
        var recipe = learning.search(
                purchases.until(VALIDATION), Trend.of(purchases.demand(VALIDATION, halfLife)), validation);
        var train = purchases.until(CUT);
        var trend = Trend.of(purchases.demand(CUT, halfLife));
        var blend = learning.fit(recipe, train, trend, "train");
        var mine = learning.measure("", blend, test, train.counts());
        learning.measureAlone(blend, trend, train, test);
        learning.measureShopperKnn(purchases.until(VALIDATION), validation, train, test);
        var knn = new ItemKnn(purchases);
        var setting = knn.tuned(VALIDATION, validation);
        progress.says("  item-kNN: " + setting);
        var peer = knn.measure(setting, CUT, test);
        learning.report("item_knn_", peer);
        learning.figure("ratio", mine.ndcg10() / peer.ndcg10());
        return learning.figures();
    }

    private static Holdout holdout(Purchases purchases, long cut, long end) {
        var times = purchases.times(end);
        return Holdout.after(purchases.until(end), place -> times[place] >= cut);
    }

    /** By what popularity alone is worth on the validation. */
    private static double bestHalfLife(Purchases purchases, Holdout validation) {
        var best = HALF_LIVES[0];
        var reached = -1.0;
        for (var halfLife : HALF_LIVES) {
            var popular = new Blend(List.of(), Trend.of(purchases.demand(VALIDATION, halfLife)));
            var now = Shelves.ndcg10(popular, validation);
            if (now > reached) {
                reached = now;
                best = halfLife;
            }
        }
        return best;
    }
}
