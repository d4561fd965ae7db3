package io.perennial.churn.scoring;

import org.jspecify.annotations.Nullable;

/**
 * What makes a band of a score. By cost: a contact is worth {@code value at stake × probability × save probability − contact cost};
 * {@code high} from {@code highValueFrom}, {@code medium} where it does not lose money, {@code low} below, and below
 * {@code mediumFrom} whatever the value: who stays anyway cannot be saved. By probability: {@code high} from {@code highFrom},
 * {@code medium} from {@code mediumFrom}; also where no value of the shopper is known.
 *
 * @param saveProbability share of leavers whom a contact keeps
 * @param contactCost of one contact, in the shop's currency
 */
record BandRule(
        Basis basis,
        double highFrom,
        double mediumFrom,
        double saveProbability,
        double contactCost,
        double highValueFrom) {

    /** What bands are made of. */
    enum Basis {
        COST,
        PROBABILITY
    }

    /** What contacting the shopper brings, in the shop's currency; null where the value at stake is not known. */
    @Nullable Double expectedValue(double probability, @Nullable Double valueAtStake) {
        return valueAtStake == null ? null : (Double) (valueAtStake * probability * saveProbability - contactCost);
    }

    Band band(double probability, @Nullable Double valueAtStake) {
        Double expected = expectedValue(probability, valueAtStake);
        if (probability < mediumFrom) {
            return Band.LOW;
        }
        if (basis == Basis.PROBABILITY || expected == null) {
            return probability >= highFrom ? Band.HIGH : Band.MEDIUM;
        }
        if (expected >= highValueFrom) {
            return Band.HIGH;
        }
        return expected >= 0 ? Band.MEDIUM : Band.LOW;
    }
}
