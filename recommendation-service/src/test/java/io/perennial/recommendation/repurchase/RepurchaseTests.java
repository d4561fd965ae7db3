package io.perennial.recommendation.repurchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perennial.recommendation.repurchase.RepurchaseTrainer.Purchase;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RepurchaseTests {

    private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");
    private static final RepurchaseParameters PARAMETERS = new RepurchaseParameters(10, 0.2, Duration.ofHours(12));
    private static final Map<String, String> CATEGORIES =
            Map.of("coffee", "Grocery", "tea", "Grocery", "mill", "Grocery", "lamp", "Light");

    /** By hand: four shoppers each come again after 20, 21 … 30 days. */
    @Test
    void theRhythmIsThePopulationsTimesBetweenPurchases() {
        Rhythm rhythm = Objects.requireNonNull(population().rhythmOf("coffee"));
        assertThat(rhythm).isEqualTo(new Rhythm(Duration.ofDays(21), Duration.ofDays(25), Duration.ofDays(29)));
        assertThat(rhythm.due(Duration.ofDays(20))).isFalse();
        assertThat(rhythm.due(Duration.ofDays(25))).isTrue();
        assertThat(rhythm.due(Duration.ofDays(50))).isTrue();
        assertThat(rhythm.due(Duration.ofDays(59)))
                .as("they have found another shop")
                .isFalse();
        assertThat(rhythm.nearness(Duration.ofDays(25))).isEqualTo(1);
        assertThat(rhythm.nearness(Duration.ofDays(50))).isEqualTo(0.5);
    }

    @Test
    void whatIsSeldomBoughtAgainIsDurableAndWhatIsNewFollowsItsCategory() {
        RepurchaseModel model = population();
        assertThat(model.rhythmOf("lamp")).isNull();
        assertThat(model.rhythmOf("tea")).isEqualTo(model.rhythmOf("coffee"));
        assertThat(model.rhythmOf("mill")).as("many bought it, nobody again").isNull();
        assertThat(model.rhythmOf("unheard-of")).isNull();
    }

    @Test
    void storedBytesGiveTheSameModelAndCutShortNone() {
        byte[] bytes = RepurchaseCodec.write(population());
        assertThat(RepurchaseCodec.read(bytes).products).isEqualTo(population().products);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> RepurchaseCodec.read(cut)).isInstanceOf(IllegalStateException.class);
        }
        byte[] foreign = bytes.clone();
        foreign[3] = 9;
        assertThatThrownBy(() -> RepurchaseCodec.read(foreign)).isInstanceOf(IllegalStateException.class);
    }

    private static RepurchaseModel population() {
        RepurchaseTrainer trainer = new RepurchaseTrainer(PARAMETERS, CATEGORIES::get);
        for (int i = 0; i < 44; i++) {
            trainer.add(List.of(
                    new Purchase(DAY, List.of("coffee", "lamp")),
                    new Purchase(DAY.plus(Duration.ofHours(1)), List.of("coffee")),
                    new Purchase(DAY.plus(Duration.ofDays(20 + i % 11)), List.of("coffee"))));
        }
        trainer.add(List.of(new Purchase(DAY, List.of("tea"))));
        for (int i = 0; i < 50; i++) {
            trainer.add(List.of(new Purchase(DAY, List.of("mill"))));
        }
        return trainer.model();
    }
}
