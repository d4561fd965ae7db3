package io.perennial.deploy.bench.recommendation;

import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.recommendation.blend.Holdout;
import io.perennial.recommendation.blend.Trend;
import java.nio.file.Path;
import java.util.List;

/**
 * Next item of a sequence, by the protocol of S3-Rec: a shopper's last item is the test, the one before the validation, all
 * items but those known are ranked. What is claimed was trained without either; the validation item is known only as part of
 * the history that the test is asked of. The same after training on the validation items too is printed as {@code refit}.
 */
final class NextItemQuality {

    private static final int LONGEST = 200;

    private final String prefix;
    private final double operations;
    private final Progress progress;

    NextItemQuality(String prefix, double operations, Progress progress) {
        this.prefix = prefix;
        this.operations = operations;
        this.progress = progress;
    }

    List<Figure> measure(Path file) {
        var all = SequenceFile.read(file);
        var train = all.withoutLast(2);
        var validation = Holdout.leaveOneOut(all, 2);
        var test = Holdout.leaveOneOut(all, 1);
        progress.says("%s: %d shoppers, %d items, %d interactions"
                .formatted(file.getFileName(), all.shoppers(), all.items(), all.interactions()));
        if (validation.cases().isEmpty()) {
            throw new CannotMeasure("no line of " + file + " has three items: there is nothing to validate on");
        }
        var learning = new Learning(prefix, LONGEST, operations, progress);
        var counts = train.counts();
        var trend = Trend.of(counts);
        var recipe = learning.search(train, trend, validation);
        var blend = learning.fit(recipe, train, trend, "train");
        learning.measure("", blend, test, counts);
        learning.measureAlone(blend, trend, train, test);
        learning.measureShopperKnn(train, validation, train, test);
        var more = all.withoutLast(1);
        var refit = learning.fit(recipe, more, Trend.of(more.counts()), "refit");
        learning.measure("refit_", refit, test, more.counts());
        return learning.figures();
    }
}
