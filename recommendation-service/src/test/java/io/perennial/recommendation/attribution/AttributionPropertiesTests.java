package io.perennial.recommendation.attribution;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttributionPropertiesTests {

    @Test
    void sumsStayAtLeastAsLongAsWhatMayBeTakenFromThem() {
        assertThatCode(() -> properties(60, 400, 60)).doesNotThrowAnyException();
        assertThatThrownBy(() -> properties(61, 400, 60)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> properties(30, 30, 180)).hasMessageContaining("day-retention");
    }

    private static AttributionProperties properties(int outcomes, int days, int shoppers) {
        return new AttributionProperties(
                Duration.ofDays(outcomes), Duration.ofDays(days), Duration.ofDays(shoppers), true);
    }
}
