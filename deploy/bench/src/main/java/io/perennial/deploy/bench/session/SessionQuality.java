package io.perennial.deploy.bench.session;

import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.deploy.bench.report.Quantiles;
import io.perennial.recommendation.session.SessionIndex.Click;
import io.perennial.recommendation.session.SessionScorer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Sessions' next clicks on YooChoose: V-STAN, V-STAN with steps, item-kNN; and the time of one answer. */
public final class SessionQuality {

    /** Of each method's parameters, tried on the validation. */
    private static final int DRAWS = 60;

    private static final long DAY = 86_400_000;

    /** Over all test sessions; the least disturbed by others on the machine counts, the first warms up. */
    private static final int PASSES = 6;

    /** Of the timed index: sessions of YooChoose's 1/4 (Hidasi et al. 2016), the usual larger cut. */
    private static final int TIMED_SESSIONS = 2_000_000;

    private final Progress progress;

    public SessionQuality(Progress progress) {
        this.progress = progress;
    }

    /** On {@code yoochoose-100k-{train_full,test}.txt.gz} in the folder. */
    public List<Figure> measure(Path folder) {
        if (!Files.isReadable(folder.resolve("yoochoose-100k-test.txt.gz"))) {
            throw new CannotMeasure("yoochoose-100k-{train_full,test}.txt.gz are not in " + folder
                    + " (--folder says where the real files lie)");
        }
        var full = ClickFile.sessions(folder.resolve("yoochoose-100k-train_full.txt.gz"));
        var test = ClickFile.sessions(folder.resolve("yoochoose-100k-test.txt.gz"));
        var cut = full.getLast().getFirst().at() - DAY;
        var training =
                full.stream().filter(clicks -> clicks.getFirst().at() <= cut).toList();
        var validation = known(
                full.stream().filter(clicks -> clicks.getFirst().at() > cut).toList(), training);
        progress.says("%d sessions to learn from, %d to choose on, %d to test on"
                .formatted(training.size(), validation.size(), test.size()));
        var contest = new Contest(training, validation, DRAWS);
        var vStan = contest.vStan();
        progress.says("V-STAN: " + vStan);
        var ours = contest.withSteps(vStan);
        progress.says("ours: " + ours);
        var itemKnn = contest.itemKnn();
        progress.says("item-kNN: " + itemKnn);
        var tested = known(test, full);
        var mine = measured("ours", NextItem.measure(tested, ours.trained(full)), progress);
        var theirs = measured("V-STAN", NextItem.measure(tested, vStan.trained(full)), progress);
        var items = measured("item-kNN", NextItem.measure(tested, itemKnn.trained(full)), progress);
        var millis = timed(full, test, ours, progress);
        return List.of(
                new Figure("yoochoose_hr20", mine.hitRate()),
                new Figure("yoochoose_mrr20", mine.reciprocalRank()),
                new Figure("yoochoose_vstan_hr20", theirs.hitRate()),
                new Figure("yoochoose_vstan_mrr20", theirs.reciprocalRank()),
                new Figure("yoochoose_itemknn_hr20", items.hitRate()),
                new Figure("yoochoose_itemknn_mrr20", items.reciprocalRank()),
                new Figure("yoochoose_ratio", mine.reciprocalRank() / theirs.reciprocalRank()),
                new Figure("session_p50_ms", millis.median()),
                new Figure("session_p99_ms", millis.at(0.99)));
    }

    private static NextItem.Accuracy measured(String name, NextItem.Accuracy accuracy, Progress progress) {
        progress.says(String.format(
                Locale.ROOT,
                "%s: HR@20 %.4f, MRR@20 %.4f in %d cases",
                name,
                accuracy.hitRate(),
                accuracy.reciprocalRank(),
                accuracy.cases()));
        return accuracy;
    }

    /** The same sessions again and again under other owners, days later, until the index is as large as the larger cut. */
    private static Quantiles timed(
            List<List<Click>> full, List<List<Click>> test, Contest.Ours ours, Progress progress) {
        var span = full.getLast().getLast().at() - full.getFirst().getFirst().at();
        var index = Contest.index(TIMED_SESSIONS, ours.sessionsPerProduct());
        var owners = 0L;
        var now = 0L;
        for (var round = 0; index.sessions() < TIMED_SESSIONS; round++) {
            var shift = round * (span + DAY);
            for (var clicks : full) {
                var owner = owners++;
                index.add(clicks.stream()
                        .map(click -> new Click(owner, click.productId(), click.at() + shift))
                        .toList());
            }
            now = full.getLast().getLast().at() + shift;
        }
        progress.says("timing on an index of %d sessions".formatted(index.sessions()));
        var scorer = ours.scorer(index);
        var until = now;
        return Stream.generate(() -> pass(scorer, test, until))
                .limit(PASSES)
                .min(Comparator.comparingDouble(quantiles -> quantiles.at(0.99)))
                .orElseThrow();
    }

    private static Quantiles pass(SessionScorer scorer, List<List<Click>> test, long now) {
        List<Double> millis = new ArrayList<>();
        for (var session : test) {
            List<String> seen = new ArrayList<>();
            for (var click : session) {
                seen.add(click.productId());
                var start = System.nanoTime();
                scorer.score(seen, now, NextItem.TOP);
                millis.add((System.nanoTime() - start) / 1e6);
            }
        }
        return Quantiles.of(millis);
    }

    /** Without clicks on products nobody has clicked before, which no method here can rank. */
    private static List<List<Click>> known(List<List<Click>> sessions, List<List<Click>> training) {
        Set<String> products = new HashSet<>();
        training.forEach(clicks -> clicks.forEach(click -> products.add(click.productId())));
        return sessions.stream()
                .map(clicks -> clicks.stream()
                        .filter(click -> products.contains(click.productId()))
                        .toList())
                .filter(clicks -> clicks.size() > 1)
                .toList();
    }
}
