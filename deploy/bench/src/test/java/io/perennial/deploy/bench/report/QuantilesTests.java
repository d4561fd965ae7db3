package io.perennial.deploy.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuantilesTests {

    @Test
    void ninetyNineOfAHundredAreNotAboveTheNinetyNinthPercentile() {
        var hundred = Quantiles.of(
                IntStream.rangeClosed(1, 100).mapToObj(i -> 101.0 - i).toList());
        assertThat(hundred.at(0.99)).isEqualTo(99);
        assertThat(hundred.median()).isEqualTo(50);
        assertThat(hundred.at(1)).isEqualTo(100);
        assertThat(hundred.at(0)).isEqualTo(1);
    }

    @Test
    void oneValueIsEveryPercentile() {
        assertThat(Quantiles.of(List.of(7.0)).at(0.99)).isEqualTo(7);
    }

    @Test
    void nothingCannotBeMeasured() {
        assertThatExceptionOfType(CannotMeasure.class).isThrownBy(() -> Quantiles.of(List.of()));
    }
}
