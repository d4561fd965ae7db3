package io.perennial.recommendation.linear;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.sequence.Sequences;

/**
 * Each step of each history as two rows: what came before it and what followed, both fading with distance. What the shopper
 * had before is nothing that follows: repeats are not news.
 */
record Steps(SparseMatrix sources, SparseMatrix targets) {

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
        for (int shopper = 0; shopper < sequences.shoppers(); shopper++) {
            int to = sequences.to(shopper);
            int from = Math.max(sequences.from(shopper), to - longest);
            for (int at = from + 1; at < to; at++) {
                if (sequences.step(at) > sequences.step(at - 1)) {
                    before.begin();
                    after.begin();
                    int newest = sequences.step(at - 1);
                    for (int place = at - 1; place >= from; place--) {
                        int item = kept.place(sequences.item(place));
                        double weight = Math.exp((sequences.step(place) - newest) / sourceDecay);
                        if (item >= 0 && before.first(item) && weight > NEGLIGIBLE) {
                            sources.add(item, (float) weight);
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
                    targets.endRow(factor);
                }
            }
        }
        return new Steps(sources.build(), targets.build());
    }
}
