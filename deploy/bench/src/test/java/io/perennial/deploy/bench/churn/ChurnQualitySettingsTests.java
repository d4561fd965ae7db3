package io.perennial.deploy.bench.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChurnQualitySettingsTests {

    @Test
    void aTableOfOnesOwnNeedsItsLabel() {
        ChurnQualitySettings settings = ChurnQualitySettings.parse(
                List.of("--data", "a.csv", "--label", "Left", "--id", "no", "--drop", "x,y", "--trust", "z"));
        assertThat(settings.data()).isEqualTo(Path.of("a.csv"));
        assertThat(settings.label()).isEqualTo("Left");
        assertThat(settings.id()).isEqualTo("no");
        assertThat(settings.dropped()).containsExactly("x", "y");
        assertThat(settings.trusted()).containsExactly("z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnQualitySettings.parse(List.of("--data", "a.csv")))
                .withMessageContaining("--label");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnQualitySettings.parse(List.of("--label")))
                .withMessageContaining("--label needs a value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnQualitySettings.parse(List.of("--colour", "red")))
                .withMessageContaining("--colour");
    }

    @Test
    void manyRowsAreNotRepeatedUnlessAsked() {
        ChurnQualitySettings settings = ChurnQualitySettings.parse(List.of());
        assertThat(settings.repeats(7_000)).isEqualTo(2);
        assertThat(settings.repeats(200_000)).isEqualTo(1);
        assertThat(ChurnQualitySettings.parse(List.of("--repeats", "4")).repeats(200_000))
                .isEqualTo(4);
    }
}
