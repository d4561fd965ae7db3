package io.perennial.recommendation.linear;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.sequence.Sequences;

/** A shopper a row, a cell for each of their newest items. */
final class Baskets {

    private Baskets() {}

    static SparseMatrix of(Sequences sequences, KeptItems kept, int longest, double lengthPower) {
        SparseMatrix.Builder rows = new SparseMatrix.Builder(kept.count());
        Once once = new Once(kept.count());
        for (int shopper = 0; shopper < sequences.shoppers(); shopper++) {
            once.begin();
            int from = Math.max(sequences.from(shopper), sequences.to(shopper) - longest);
            for (int place = sequences.to(shopper) - 1; place >= from; place--) {
                int item = kept.place(sequences.item(place));
                if (item >= 0 && once.first(item)) {
                    rows.add(item, 1);
                }
            }
            rows.endRow((float) Math.pow(Math.max(1, rows.filled()), -lengthPower));
        }
        return rows.build();
    }
}
