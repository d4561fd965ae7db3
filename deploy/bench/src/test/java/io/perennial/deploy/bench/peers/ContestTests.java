package io.perennial.deploy.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perennial.recommendation.sparse.Ranked;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContestTests {

    @Test
    void aDrawnShopIsTheSameEveryTimeAndPopularAtItsHead() {
        var shop = DrawnShop.of(500, 200, 3);
        var again = DrawnShop.of(500, 200, 3);
        var taken = new int[200];
        for (var shopper = 0; shopper < shop.shoppers(); shopper++) {
            assertThat(again.row(shopper)).isEqualTo(shop.row(shopper));
            assertThat(shop.row(shopper)).isSorted().doesNotHaveDuplicates();
            Arrays.stream(shop.row(shopper)).forEach(item -> taken[item]++);
        }
        assertThat(Arrays.stream(taken, 0, 20).sum())
                .isGreaterThan(2 * Arrays.stream(taken, 180, 200).sum());
    }

    @Test
    void whatIsHeldOutIsNotLearntFromAndAFileGivesBackWhatWasWritten(@TempDir Path folder) {
        var shop = DrawnShop.of(100, 50, 3);
        var split = shop.split(0.2, 4);
        assertThat(split.train().cells() + split.heldOut().cells()).isEqualTo(shop.cells());
        var file = folder.resolve("shop.csv");
        split.train().write(file);
        var read = Feedback.read(file, 100, 50);
        for (var shopper = 0; shopper < 100; shopper++) {
            assertThat(read.row(shopper)).isEqualTo(split.train().row(shopper));
            var learntFrom = read.row(shopper);
            Arrays.stream(split.heldOut().row(shopper))
                    .forEach(item -> assertThat(learntFrom).doesNotContain(item));
        }
    }

    /** Item 0 is known; of the rest 3, 1, 2 are ranked in this order, and 1 and 2 are wanted: (1/log2 3 + 1/log2 4) / (1 + 1/log2 3). */
    @Test
    void gainIsThatOfTheDefinition() {
        var split = new Feedback.Split(new Feedback(4, new int[][] {{0}}), new Feedback(4, new int[][] {{1, 2}}));
        var gains = new HeldOutRanking(split, 10).gains((shopper, scores) -> {
            var given = new float[] {9, 2, 1, 3};
            System.arraycopy(given, 0, scores, 0, 4);
        });
        assertThat(gains).hasSize(1);
        assertThat(gains[0]).isEqualTo((0.6309298 + 0.5) / 1.6309298, within(1e-6));
    }

    @Test
    void productsThatTieWithTheLastOnTheListMayStandForIt() {
        var ours = SimilarProducts.of(new Ranked[] {neighbours(new int[] {1, 2}, 0.5f, 0.25f)});
        var same = SimilarProducts.of(new Ranked[] {neighbours(new int[] {1, 3}, 0.5f, 0.25f)});
        var other = SimilarProducts.of(new Ranked[] {neighbours(new int[] {1, 3}, 0.5f, 0.3f)});
        assertThat(ours.overlap(same)).isEqualTo(1);
        assertThat(ours.overlap(other)).isEqualTo(0.5);
    }

    private static Ranked neighbours(int[] items, float... similarities) {
        return new Ranked(items, similarities);
    }
}
