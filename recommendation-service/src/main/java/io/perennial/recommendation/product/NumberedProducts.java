package io.perennial.recommendation.product;

import java.util.Arrays;

/** The products of a model: item i is which, and which item is a product; four bytes a product each way. Immutable. */
public final class NumberedProducts {

    private final int[] products;
    /** By the product's number; what had none when the model was made is not in it. */
    private final int[] items;

    /** Item i is called {@code ids[i]}; they are distinct. */
    public NumberedProducts(String[] ids) {
        products = new int[ids.length];
        Arrays.setAll(products, item -> ProductNumbers.of(ids[item]));
        items = new int[Arrays.stream(products).max().orElse(-1) + 1];
        Arrays.fill(items, ProductNumbers.NONE);
        for (int item = 0; item < products.length; item++) {
            items[products[item]] = item;
        }
    }

    public int size() {
        return products.length;
    }

    /** The number of an item's product. */
    public int product(int item) {
        return products[item];
    }

    public String id(int item) {
        return ProductNumbers.id(products[item]);
    }

    /** The item of a product's number; negative where it is none of these, or no number. */
    public int itemOf(int product) {
        return product >= 0 && product < items.length ? items[product] : ProductNumbers.NONE;
    }

    /** The item of an id; negative where it is none of these. */
    public int indexOf(String id) {
        return itemOf(ProductNumbers.find(id));
    }
}
