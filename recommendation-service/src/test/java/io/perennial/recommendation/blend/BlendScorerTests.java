package io.perennial.recommendation.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.blend.BlendScorer.Seed;
import io.perennial.recommendation.product.ProductNumbers;
import io.perennial.recommendation.product.Scored;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlendScorerTests {

    private static final String[] ITEMS = {"lamp", "mug", "rug"};
    private static final BlendModel MODEL = new BlendModel(
            ITEMS,
            new Blend(
                    List.of(new Part("follows", matrix(0, 1, 4), 1, 0.5), new Part("goes", matrix(2, 1, 1), 2, 2)),
                    Trend.of(new float[] {3, 1, 0})));

    @Test
    void partsAddUpAndTheStrongestSeedIsTheReason() {
        List<Scored> scored = new BlendScorer(MODEL).score(List.of(seed("rug", 0), seed("lamp", 1)), 10);
        assertThat(scored).hasSize(1);
        assertThat(scored.getFirst().productId()).isEqualTo("mug");
        // 2 · 1 from the rug, 0.5 · 4 · e⁻¹ from the lamp
        assertThat(scored.getFirst().score()).isEqualTo(2 + 2 * Math.exp(-1), within(1e-6));
        assertThat(scored.getFirst().because()).isEqualTo("rug");
    }

    @Test
    void demandScalesScoresByItsPower() {
        BlendModel byDemand =
                new BlendModel(ITEMS, MODEL.blend().with(MODEL.blend().trend().withPower(1)));
        // (1 + 1) / (3 + 1)
        assertThat(new BlendScorer(byDemand)
                        .score(List.of(seed("rug", 0)), 10)
                        .getFirst()
                        .score())
                .isEqualTo(2 * 0.5, within(1e-6));
    }

    @Test
    void whatTheModelDoesNotKnowSaysNothing() {
        assertThat(new BlendScorer(MODEL).score(List.of(seed("sofa", 0)), 10)).isEmpty();
        assertThat(new BlendScorer(BlendModel.EMPTY).score(List.of(seed("mug", 0)), 10))
                .isEmpty();
    }

    @Test
    void bytesAndBackIsTheSame() {
        byte[] bytes = BlendCodec.write(MODEL);
        assertThat(BlendCodec.write(BlendCodec.read(bytes))).isEqualTo(bytes);
    }

    @Test
    void bytesCutShortChangedOrOfAnotherFormatAreRefused() {
        byte[] bytes = BlendCodec.write(MODEL);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> BlendCodec.read(cut)).isInstanceOf(IllegalStateException.class);
        }
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> BlendCodec.read(changed)).isInstanceOf(IllegalStateException.class);
        }
    }

    private static Seed seed(String productId, int steps) {
        return new Seed(ProductNumbers.of(productId), steps, 1);
    }

    private static SparseMatrix matrix(int from, int to, float weight) {
        SparseMatrix.Builder matrix = new SparseMatrix.Builder(3);
        for (int row = 0; row < 3; row++) {
            if (row == from) {
                matrix.add(to, weight);
            }
            matrix.endRow();
        }
        return matrix.build();
    }
}
