package io.perennial.churn.drift;

/**
 * The latest day of something beside what the days before let expect.
 *
 * @param low below it, or above {@code high}, chance explains it less than once in a thousand
 * @param flagged outside of that, and by enough to matter
 */
public record QualityCheck(String name, double value, double expected, double low, double high, boolean flagged) {

    static QualityCheck of(String name, double value, double expected, double chance, double notable) {
        double distance = Math.abs(value - expected);
        return new QualityCheck(
                name, value, expected, expected - chance, expected + chance, distance > chance && distance > notable);
    }
}
