package io.perennial.recommendation.content;

import io.perennial.recommendation.artefact.ItemIds;
import io.perennial.recommendation.sparse.SparseSums;
import java.util.ArrayList;
import java.util.List;

/** Products by number and how alike they are to something, most alike first. */
final class AlikeList {

    private final int[] products;
    private final float[] scores;

    private AlikeList(int[] products, float[] scores) {
        this.products = products;
        this.scores = scores;
    }

    /** The greatest so many of the sums. */
    static AlikeList of(SparseSums sums, int limit) {
        int[] slots = sums.greatest(limit);
        int[] products = new int[slots.length];
        float[] scores = new float[slots.length];
        for (int i = 0; i < slots.length; i++) {
            products[i] = sums.key(slots[i]);
            scores[i] = (float) sums.total(slots[i]);
        }
        return new AlikeList(products, scores);
    }

    void addTo(SparseSums sums, double weight, int cause) {
        for (int i = 0; i < products.length; i++) {
            sums.add(products[i], weight * scores[i], cause);
        }
    }

    /** By the ids of all products. */
    List<Alike> alike(ItemIds ids) {
        List<Alike> alike = new ArrayList<>(products.length);
        for (int i = 0; i < products.length; i++) {
            alike.add(new Alike(ids.id(products[i]), scores[i], 0));
        }
        return alike;
    }
}
