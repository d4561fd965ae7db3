package io.perennial.recommendation.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RangeTests {

    @Test
    void aCategoryHoldsAllBelowItHoweverItIsWritten() {
        assertThat(Range.within("Home > Garden > Spades", "garden")).isTrue();
        assertThat(Range.within("Home/Garden/Spades", "Home | Garden")).isTrue();
        assertThat(Range.within("Home/Garden", "Spades")).isFalse();
        assertThat(Range.within("Gardening", "Garden")).isFalse();
    }

    @Test
    void separatorsAtItsEndsSayNothing() {
        assertThat(Range.within("Home/Garden/", "/Garden/")).isTrue();
        assertThat(new Range(null, null, "Home/").narrowest()).isEqualTo("home");
        assertThat(new Range(null, null, "/").narrowest()).isNull();
    }
}
