package io.perennial.deploy.bench.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SoakTests {

    @Test
    void growthIsTheSlopeOfALineThroughAll() {
        assertThat(Soak.slope(List.of(5.0, 7.0, 9.0, 11.0))).isCloseTo(2, within(1e-9));
        assertThat(Soak.slope(List.of(5.0, 6.0, 6.0, 5.0))).isCloseTo(0, within(1e-9));
        assertThat(Soak.slope(List.of(5.0))).isZero();
    }
}
