package io.perennial.recommendation.blend;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.recommendation.sequence.Sequences;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HoldoutTests {

    @Test
    void leaveOneOutKnowsOnlyWhatWasBefore() {
        Sequences all = sequences();
        assertThat(Holdout.leaveOneOut(all, 1).cases())
                .containsExactly(new Holdout.Case(0, 3, Set.of(2)), new Holdout.Case(1, 5, Set.of(1)));
        assertThat(Holdout.leaveOneOut(all, 2).cases()).containsExactly(new Holdout.Case(0, 2, Set.of(1)));
    }

    @Test
    void afterACutOnlyWhatIsNewIsATarget() {
        Sequences all = sequences();
        // the first shopper's last two places are later; item 0 again would be no news
        assertThat(Holdout.after(all, place -> place == 2 || place == 3).cases())
                .containsExactly(new Holdout.Case(0, 2, Set.of(2)));
    }

    @Test
    void aSampleIsSpreadEvenly() {
        assertThat(Holdout.leaveOneOut(sequences(), 1).sample(1).cases()).hasSize(1);
    }

    @Test
    void theBestAreTheBestWhateverTheirOrder() {
        float[] scores = {1, 5, 2, 5, -1, 7, 0, 0, 3, 4, 6, 8, Float.NEGATIVE_INFINITY};
        assertThat(Shelves.best(scores)).containsExactly(11, 5, 10, 1, 3, 9, 8, 2, 0, 6);
    }

    /** 0 1 1 2 and 0 1. */
    private static Sequences sequences() {
        Sequences.Builder builder = new Sequences.Builder(3);
        for (int item : new int[] {0, 1, 1, 2}) {
            builder.add(item, 1);
        }
        builder.endShopper();
        builder.add(0, 0);
        builder.add(1, 1);
        builder.endShopper();
        return builder.build();
    }
}
