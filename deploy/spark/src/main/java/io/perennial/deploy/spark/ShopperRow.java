package io.perennial.deploy.spark;

import java.io.Serializable;

/** A shopper's products by number, and what each weighs; the place orders shoppers as one machine would take them. */
final class ShopperRow implements Serializable {

    private static final long serialVersionUID = 1;

    final long place;
    final int[] items;
    final float[] weights;

    ShopperRow(long place, int[] items, float[] weights) {
        this.place = place;
        this.items = items;
        this.weights = weights;
    }
}
