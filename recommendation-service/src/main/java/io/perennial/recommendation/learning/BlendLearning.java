package io.perennial.recommendation.learning;

import io.perennial.recommendation.algebra.Kernel;
import io.perennial.recommendation.blend.Blend;
import io.perennial.recommendation.blend.BlendModel;
import io.perennial.recommendation.blend.BlendSearch;
import io.perennial.recommendation.blend.BlendTrainer;
import io.perennial.recommendation.blend.Holdout;
import io.perennial.recommendation.blend.Recipe;
import io.perennial.recommendation.blend.SearchEffort;
import io.perennial.recommendation.blend.Shelves;
import io.perennial.recommendation.blend.Trend;
import io.perennial.recommendation.learning.BlendReport.Worth;
import io.perennial.recommendation.linear.Capacity;
import io.perennial.recommendation.linear.LinearTrainer;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Learns a blend by time: its recipe is chosen on the window before the last, measured on the last one beside the recipe that
 * stands, and the better of the two is trained on everything. Nothing is drawn by chance.
 */
final class BlendLearning {

    /** Fewer shoppers to measure on prove nothing. */
    static final int FEWEST_CASES = 20;

    private static final double[] HALF_LIVES = {7, 14, 30, 60, 120};

    private final BlendSettings settings;
    private final Kernel kernel;
    private final LinearTrainer trainer;
    private final Consumer<String> progress;

    BlendLearning(BlendSettings settings, Kernel kernel, Consumer<String> progress) {
        this.settings = settings;
        this.kernel = kernel;
        this.trainer =
                new LinearTrainer(new Capacity(settings.denseItems(), settings.weights(), settings.longest()), kernel);
        this.progress = progress;
    }

    /** A blend, null where it was refused, and why it is what it is. */
    record Learnt(@Nullable BlendModel model, BlendReport report) {}

    /** @param standing the recipe of the blend that answers now */
    Learnt learn(Interactions all, @Nullable Recipe standing) {
        long end = all.newest() + 1;
        long cut = end - settings.window().toMillis();
        long choice = cut - settings.window().toMillis();
        Interactions past = all.before(cut);
        Holdout validation = past.from(choice);
        Holdout test = all.from(cut);
        if (Math.min(validation.cases().size(), test.cases().size()) < FEWEST_CASES) {
            return refused(
                    all,
                    test,
                    "%d and %d shoppers took something new within the last two windows of %d days; it takes %d"
                            .formatted(
                                    validation.cases().size(),
                                    test.cases().size(),
                                    settings.window().toDays(),
                                    FEWEST_CASES));
        }
        Interactions early = past.before(choice);
        double halfLife = bestHalfLife(early, choice, validation);
        Recipe found = new BlendSearch(trainer, new SearchEffort(settings.operations(), settings.cells()), progress)
                .search(early.sequences(), early.trend(choice, halfLife), validation);
        Trend trend = past.trend(cut, halfLife);
        Tried best = tried(found, past, trend, test);
        Tried stands = standing == null ? null : tried(standing, past, trend, test);
        Worth standingWorth = stands == null ? null : stands.worth;
        if (stands != null && stands.worth.ndcg10() > best.worth.ndcg10()) {
            best = stands;
        }
        Peers peers = new Peers(
                standingWorth,
                worth(NeighboursAlone.train(settings.neighbours(), past.sequences(), trend), past, test),
                worth(new Blend(List.of(), trend), past, test));
        String refused = peers.betterThan(best.worth);
        if (refused != null) {
            return new Learnt(null, report(all, test, refused, best, peers));
        }
        Blend blend = trained(best.recipe, all, all.trend(end, halfLife));
        return new Learnt(new BlendModel(all.products(), blend), report(all, test, null, best, peers));
    }

    /** What a blend is measured beside: the recipe that stood, and what answers without any blend. */
    private record Peers(@Nullable Worth standing, Worth itemToItem, Worth popularity) {

        static final Peers NONE = new Peers(null, Worth.NONE, Worth.NONE);

        /** What would answer better, in words; null where the blend does. */
        @Nullable String betterThan(Worth blend) {
            if (blend.ndcg10() >= Math.max(itemToItem.ndcg10(), popularity.ndcg10())) {
                return null;
            }
            return popularity.ndcg10() < itemToItem.ndcg10()
                    ? "item-to-item neighbours alone are better"
                    : "popularity alone is better";
        }
    }

    /** A recipe and what it is worth on the last window. */
    private record Tried(Recipe recipe, Worth worth) {}

    private Tried tried(Recipe recipe, Interactions past, Trend trend, Holdout test) {
        return new Tried(recipe, worth(trained(recipe, past, trend), past, test));
    }

    private Blend trained(Recipe recipe, Interactions interactions, Trend trend) {
        return new BlendTrainer(trainer).train(recipe, interactions.sequences(), trend);
    }

    private static Worth worth(Blend blend, Interactions known, Holdout test) {
        return Worth.of(Shelves.report(blend, test, known.sequences().counts()));
    }

    /** By what popularity alone is worth on the validation. */
    private static double bestHalfLife(Interactions early, long end, Holdout validation) {
        double best = HALF_LIVES[0];
        double reached = -1;
        for (double halfLife : HALF_LIVES) {
            double now = Shelves.ndcg10(new Blend(List.of(), early.trend(end, halfLife)), validation);
            if (now > reached) {
                reached = now;
                best = halfLife;
            }
        }
        return best;
    }

    private Learnt refused(Interactions all, Holdout test, String why) {
        Tried nothing = new Tried(new Recipe(List.of(), 0, 0), Worth.NONE);
        return new Learnt(null, report(all, test, why, nothing, Peers.NONE));
    }

    private BlendReport report(Interactions all, Holdout test, @Nullable String refused, Tried best, Peers peers) {
        return new BlendReport(
                refused,
                Instant.ofEpochMilli(all.oldest()),
                Instant.ofEpochMilli(all.newest()),
                all.sequences().shoppers(),
                all.products().length,
                all.sequences().interactions(),
                RecipeText.write(best.recipe),
                kernel.describe(),
                test.cases().size(),
                best.worth,
                peers.standing,
                peers.itemToItem,
                peers.popularity);
    }
}
