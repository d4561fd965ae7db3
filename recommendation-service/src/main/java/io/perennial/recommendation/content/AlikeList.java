package io.perennial.recommendation.content;

import io.perennial.recommendation.product.NumberedProducts;
import io.perennial.recommendation.product.ProductNumbers;
import io.perennial.recommendation.product.Scored;
import io.perennial.recommendation.sparse.Ranked;
import io.perennial.recommendation.sparse.SparseSums;
import java.util.ArrayList;
import java.util.List;

/** Items of the index and how alike they are to something, most alike first. */
record AlikeList(Ranked ranked) {

    void addTo(SparseSums sums, double weight, int cause) {
        int[] items = ranked.keys();
        float[] scores = ranked.scores();
        for (int place = 0; place < items.length; place++) {
            sums.add(items[place], weight * scores[place], cause);
        }
    }

    /** The products they are. */
    List<Scored> alike(NumberedProducts products) {
        List<Scored> alike = new ArrayList<>(ranked.size());
        for (int place = 0; place < ranked.size(); place++) {
            alike.add(new Scored(products.product(ranked.keys()[place]), ranked.scores()[place], ProductNumbers.NONE));
        }
        return alike;
    }
}
