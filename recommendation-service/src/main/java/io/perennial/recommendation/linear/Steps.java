package io.perennial.recommendation.linear;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.sequence.Sequences;

/**
 * Each step of each history as two rows: what came before it and what followed, both fading with distance. What the shopper
 * had before is nothing that follows: repeats are not news.
 *
 * @param evidence what the sources' squares came to after scaling by length, as a share of what they were
 */
record Steps(SparseMatrix sources, SparseMatrix targets, double evidence) {

    /** What counts less than this is left out. */
    private static final double NEGLIGIBLE = 0.005;

    static Steps of(
            Sequences sequences,
            KeptItems kept,
            int longest,
            double sourceDecay,
            double targetDecay,
            double lengthPower) {
        SparseMatrix.Builder sources = new SparseMatrix.Builder(kept.count());
        SparseMatrix.Builder targets = new SparseMatrix.Builder(kept.count());
        Once before = new Once(kept.count());
        Once after = new Once(kept.count());
        double taken = 0;
        double counted = 0;
        for (int shopper = 0; shopper < sequences.shoppers(); shopper++) {
            int to = sequences.to(shopper);
            int from = Math.max(sequences.from(shopper), to - longest);
            for (int at = from + 1; at < to; at++) {
                if (sequences.step(at) > sequences.step(at - 1)) {
                    before.begin();
                    after.begin();
                    double squares = 0;
                    int newest = sequences.step(at - 1);
                    for (int place = at - 1; place >= from; place--) {
                        int item = kept.place(sequences.item(place));
                        double weight = Math.exp((sequences.step(place) - newest) / sourceDecay);
                        if (item >= 0 && before.first(item) && weight > NEGLIGIBLE) {
                            sources.add(item, (float) weight);
                            squares += weight * weight;
                        }
                    }
                    for (int place = at; place < to; place++) {
                        int item = kept.place(sequences.item(place));
                        double weight = Math.exp((sequences.step(at) - sequences.step(place)) / targetDecay);
                        if (weight <= NEGLIGIBLE) {
                            break;
                        }
                        if (item >= 0 && !before.holds(item) && after.first(item)) {
                            targets.add(item, (float) weight);
                        }
                    }
                    double lengths = Math.max(1, sources.filled()) * (double) Math.max(1, targets.filled());
                    float factor = (float) Math.pow(lengths, -lengthPower / 2);
                    sources.endRow(factor);
                    taken += squares;
                    counted += squares * factor * factor;
                    targets.endRow(factor);
                }
            }
        }
        return new Steps(sources.build(), targets.build(), taken > 0 ? counted / taken : 1);
    }
}
