package io.perennial.recommendation.popularity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perennial.recommendation.history.InteractionKind;
import io.perennial.recommendation.history.Signal;
import io.perennial.recommendation.history.SignalWeights;
import io.perennial.recommendation.product.ProductNumbers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PopularityTests {

    private static final Instant NOW = Instant.parse("2026-03-15T00:00:00Z");
    private static final SignalWeights WEIGHTS = new SignalWeights(1, 2, 3, 5, Duration.ofDays(7));

    /** By hand: hat 5 × ½ + 1 = 3.5, scarf 3 × ¼ = .75. */
    private static PopularityModel model() {
        PopularityTrainer trainer = new PopularityTrainer(WEIGHTS, NOW);
        trainer.add(List.of(new Signal("hat", InteractionKind.ORDER, NOW.minus(Duration.ofDays(7)))));
        trainer.add(List.of(
                new Signal("hat", InteractionKind.VIEW, NOW),
                new Signal("scarf", InteractionKind.CART, NOW.minus(Duration.ofDays(14)))));
        return trainer.model();
    }

    @Test
    void shoppersCountByKindAndHalveWithAge() {
        assertThat(model().mostPopularFirst())
                .extracting(PopularityModel.Popular::productId)
                .containsExactly("hat", "scarf");
        assertThat(model().mostPopularFirst().getFirst().score()).isCloseTo(3.5, within(1e-9));
        assertThat(model().mostPopularFirst().getFirst().newest()).isEqualTo(NOW);
        assertThat(model().mostPopularFirst().getLast().score()).isCloseTo(.75, within(1e-9));
        assertThat(model().greatest()).isCloseTo(3.5, within(1e-9));
        assertThat(model().find(ProductNumbers.of("scarf")))
                .extracting(PopularityModel.Popular::productId)
                .isEqualTo("scarf");
        assertThat(model().find(ProductNumbers.of("glove"))).isNull();
        assertThat(model().find(ProductNumbers.NONE)).isNull();
        assertThat(PopularityModel.EMPTY.greatest()).isZero();
    }

    @Test
    void aModelSurvivesItsBytesAndBytesCutShortAreRefused() {
        byte[] bytes = PopularityCodec.write(model());
        assertThat(PopularityCodec.read(bytes).mostPopularFirst()).isEqualTo(model().mostPopularFirst());
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> PopularityCodec.read(cut)).isInstanceOf(IllegalStateException.class);
        }
    }
}
