package io.perennial.recommendation.blend;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.sequence.Sequences;

/**
 * A model in a blend: from the items of a history, fading by steps from its end, to all items.
 *
 * @param name which model, for a person
 * @param weights from the row's item to the column's
 * @param decay an item n steps before the newest counts exp(−n / decay)
 * @param share factor of its scores in the sum
 */
public record Part(String name, SparseMatrix weights, double decay, double share) {

    /** What counts less than this is left out. */
    private static final double NEGLIGIBLE = 1e-4;

    public Part {
        if (!(decay > 0) || !(share >= 0)) {
            throw new IllegalArgumentException("the decay is above 0, the share at least 0");
        }
    }

    public Part withShare(double newShare) {
        return new Part(name, weights, decay, newShare);
    }

    public Part withDecay(double newDecay) {
        return new Part(name, weights, newDecay, share);
    }

    /** Adds its share of scores of all items for what a shopper did up to a place, exclusive. */
    void addTo(float[] scores, Sequences sequences, int shopper, int to) {
        int from = sequences.from(shopper);
        for (int place = to - 1; place >= from && share > 0; place--) {
            double weight = Math.exp((sequences.step(place) - sequences.step(to - 1)) / decay);
            if (weight < NEGLIGIBLE) {
                return;
            }
            float factor = (float) (share * weight);
            int item = sequences.item(place);
            int end = weights.start(item + 1);
            for (int cell = weights.start(item); cell < end; cell++) {
                scores[weights.column(cell)] += factor * weights.value(cell);
            }
        }
    }
}
