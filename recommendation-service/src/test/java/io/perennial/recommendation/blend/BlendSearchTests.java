package io.perennial.recommendation.blend;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.recommendation.algebra.Kernel;
import io.perennial.recommendation.linear.Capacity;
import io.perennial.recommendation.linear.LinearTrainer;
import io.perennial.recommendation.sequence.Sequences;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlendSearchTests {

    private static final LinearTrainer TRAINER = new LinearTrainer(new Capacity(200, 50, 50), Kernel.scalar());
    private static final SearchEffort LITTLE = new SearchEffort(1e6, 1_000_000);

    @Test
    void findsTheOrderWhereOrderIsAll() {
        Sequences all = rings(200, 30, 11);
        Sequences train = all.withoutLast(2);
        Recipe recipe = search(train, all);
        Blend blend = new BlendTrainer(TRAINER).train(recipe, train, Trend.of(train.counts()));
        double ndcg = Shelves.ndcg10(blend, Holdout.leaveOneOut(all, 1));
        assertThat(ndcg).as("seed 11, %s", recipe).isGreaterThan(0.8);
        Blend popular = new Blend(List.of(), Trend.of(train.counts()));
        assertThat(Shelves.ndcg10(popular, Holdout.leaveOneOut(all, 1))).isLessThan(0.4);
    }

    @Test
    void findsTheSameTwice() {
        Sequences all = rings(60, 20, 12);
        assertThat(search(all.withoutLast(2), all)).isEqualTo(search(all.withoutLast(2), all));
    }

    @Test
    void oneProductAndOneShopperAreNoFault() {
        Sequences.Builder one = new Sequences.Builder(1);
        one.add(0, 0);
        one.endShopper();
        Sequences all = one.build();
        Recipe recipe = search(all.withoutLast(2), all);
        assertThat(recipe.ingredients()).isEmpty();
    }

    @Test
    void itemsThatNobodyHadBeforeAreNoFault() {
        Sequences.Builder strangers = new Sequences.Builder(40);
        for (int shopper = 0; shopper < 10; shopper++) {
            for (int step = 0; step < 4; step++) {
                strangers.add(4 * shopper + step, step);
            }
            strangers.endShopper();
        }
        Sequences all = strangers.build();
        Recipe recipe = search(all.withoutLast(2), all);
        Blend blend = new BlendTrainer(TRAINER).train(recipe, all.withoutLast(2), Trend.of(all.counts()));
        assertThat(Shelves.report(blend, Holdout.leaveOneOut(all, 1), all.counts())
                        .cases())
                .isEqualTo(10);
    }

    private static Recipe search(Sequences train, Sequences all) {
        return new BlendSearch(TRAINER, LITTLE, line -> {})
                .search(train, Trend.of(train.counts()), Holdout.leaveOneOut(all, 2));
    }

    /** Each shopper goes round a ring of items from anywhere: the next is certain, the past says which. */
    private static Sequences rings(int shoppers, int items, long seed) {
        Random random = new Random(seed);
        Sequences.Builder sequences = new Sequences.Builder(items);
        for (int shopper = 0; shopper < shoppers; shopper++) {
            int start = random.nextInt(items);
            for (int step = 0; step < 6; step++) {
                sequences.add((start + step) % items, step);
            }
            sequences.endShopper();
        }
        return sequences.build();
    }
}
