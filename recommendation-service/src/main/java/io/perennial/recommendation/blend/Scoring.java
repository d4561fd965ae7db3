package io.perennial.recommendation.blend;

import io.perennial.recommendation.sequence.Sequences;

/** Whatever can say of every item how well it suits a shopper; for any number of threads. */
public interface Scoring {

    /** Overwrites the scores of all items by those for what a shopper did up to a place, exclusive. */
    void score(float[] scores, Sequences sequences, int shopper, int to);
}
