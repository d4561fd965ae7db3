package io.perennial.campaign.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalsTests {

    /** Table II of Newcombe 1998, row of method 10. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "10, 10, 0, 10, 0.6075, 1.0000"
    })
    void differencesHaveThePublishedIntervals(long a, long m, long b, long n, double low, double high) {
        Interval interval = Intervals.newcombe(a, m, b, n);

        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    /** Wilson's interval of 81 of 263, from Newcombe's companion paper on the single proportion (1998, table I). */
    @Test
    void aProportionHasThePublishedInterval() {
        Interval interval = Intervals.wilson(81, 263);

        assertThat(interval.low()).isCloseTo(0.2553, within(5e-5));
        assertThat(interval.high()).isCloseTo(0.3662, within(5e-5));
    }

    /** By hand: means 3 and 1, variances 2.5 and 0.5, five shoppers each: 5.5556 degrees of freedom, t = 2.4955. */
    @Test
    void welchIsWhatAHandComputes() {
        Arm first = new Arm(5, 5, 15, 55);
        Arm second = new Arm(5, 5, 5, 7);
        Interval interval = Intervals.welch(first, second);

        assertThat(interval.estimate()).isEqualTo(2);
        assertThat(interval.high() - 2).isCloseTo(2.4955 * Math.sqrt(0.6), within(2e-3));
        assertThat(interval.low() - 2).isCloseTo(-2.4955 * Math.sqrt(0.6), within(2e-3));
    }

    /** The 95 % point of chi-square with one degree of freedom is 3.8415. */
    @Test
    void theSampleRatioHasItsP() {
        assertThat(Intervals.sampleRatioP(800, 200, 200)).isEqualTo(1);
        assertThat(Intervals.sampleRatioP(500 + 31, 500 - 31, 500)).isCloseTo(0.05, within(1e-3));
        assertThat(Intervals.sampleRatioP(900, 100, 200)).isLessThan(1e-9);
        assertThat(Intervals.sampleRatioP(10, 0, 0)).isEqualTo(1);
    }

    @Test
    void theVerdictSaysWhatTheFiguresAllow() {
        assertThat(verdict(12, 5, 3, 0)).startsWith("not enough data");
        assertThat(verdict(1000, 2, 250, 0)).startsWith("not enough data");
        assertThat(verdict(1000, 200, 250, 20)).startsWith("it works");
        assertThat(verdict(1000, 100, 250, 25)).startsWith("no effect shown");
        assertThat(verdict(1000, 20, 250, 60)).startsWith("it harms");
        assertThat(verdict(1000, 200, 100, 2)).startsWith("do not trust it");
    }

    private static String verdict(long treated, long converted, long heldOut, long alsoConverted) {
        Arm first = new Arm(treated, converted, 0, 0);
        Arm second = new Arm(heldOut, alsoConverted, 0, 0);
        return Verdict.of(
                first,
                second,
                Intervals.newcombe(converted, treated, alsoConverted, heldOut),
                Intervals.sampleRatioP(treated, heldOut, (treated + heldOut) * 0.2));
    }
}
