package io.perennial.recommendation.content;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.artefact.ItemIds;
import io.perennial.recommendation.sparse.SparseSums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Products as vectors of weighted terms, of length one, and for each term the products in which it weighs most. A term's
 * weight is BM25's: its saturated frequency times its rareness (Robertson and Zaragoza, "The probabilistic relevance
 * framework: BM25 and beyond", 2009); likeness is the cosine. Immutable but for what it remembers:
 * the products most like one are found once, when first asked for, at eight bytes each.
 */
public final class ContentIndex {

    /** Knows nothing. */
    public static final ContentIndex EMPTY = new ContentIndex(
            Map.of(),
            new ItemIds(new String[0]),
            new SparseMatrix.Builder(0).build(),
            new SparseMatrix.Builder(0).build(),
            new double[0]);

    /** Until when a word's repetition counts (BM25's k1). */
    static final double SATURATION = 1.2;

    /** Terms whose products are looked at, the heaviest. */
    private static final int ASKED = 24;

    /** Products kept as most like one. */
    private static final int LISTED = 60;

    private final Map<String, Integer> termNumbers;
    private final ItemIds products;
    private final SparseMatrix vectors;
    private final SparseMatrix postings;
    private final double[] rareness;
    private final AtomicReferenceArray<@Nullable AlikeList> lists;

    /**
     * Products are sorted by id.
     *
     * @param vectors of each product its terms, ascending
     * @param postings of each term the products in which it weighs most
     */
    ContentIndex(
            Map<String, Integer> termNumbers,
            ItemIds products,
            SparseMatrix vectors,
            SparseMatrix postings,
            double[] rareness) {
        this.termNumbers = termNumbers;
        this.products = products;
        this.vectors = vectors;
        this.postings = postings;
        this.rareness = rareness;
        this.lists = new AtomicReferenceArray<>(products.size());
    }

    public int products() {
        return products.size();
    }

    /**
     * The products most like the given ones, each of a weight; most alike first, without the given ones. The score is the
     * mean of the cosines by these weights, of the {@value #LISTED} products most like each.
     */
    public List<Alike> like(List<String> productIds, List<Double> productWeights, int limit) {
        SparseSums sums = new SparseSums(productIds.size() * LISTED);
        double whole = 0;
        for (int place = 0; place < productIds.size(); place++) {
            int product = products.indexOf(productIds.get(place));
            double weight = productWeights.get(place);
            whole += weight;
            if (product >= 0) {
                listOf(product).addTo(sums, weight, place);
            }
        }
        List<Alike> alike = new ArrayList<>();
        for (int slot : sums.greatest(limit + productIds.size())) {
            String productId = products.id(sums.key(slot));
            if (alike.size() < limit && !productIds.contains(productId)) {
                alike.add(new Alike(productId, sums.total(slot) / whole, sums.cause(slot)));
            }
        }
        return alike;
    }

    /** The products that words speak of: a search, a category, a referrer; most fitting first. */
    public List<Alike> matching(String words, int limit) {
        SparseSums vector = new SparseSums();
        Terms.ofQuery(words).forEach((term, frequency) -> {
            Integer number = termNumbers.get(term);
            if (number != null) {
                vector.add(number, weight(frequency, rareness[number]), 0);
            }
        });
        double squares = 0;
        for (int slot = 0; slot < vector.size(); slot++) {
            squares += vector.total(slot) * vector.total(slot);
        }
        double length = Math.sqrt(squares);
        for (int slot = 0; slot < vector.size(); slot++) {
            vector.replace(slot, vector.total(slot) / length);
        }
        return list(vector, limit, -1).alike(products);
    }

    /** How alike some products are; one that is not known is like no other. */
    public Likeness among(List<String> productIds) {
        int[] numbers = new int[productIds.size()];
        Arrays.setAll(numbers, place -> products.indexOf(productIds.get(place)));
        return (one, other) -> likeness(numbers[one], numbers[other]);
    }

    private double likeness(int a, int b) {
        if (a < 0 || b < 0) {
            return 0;
        }
        double dot = 0;
        int other = vectors.start(b);
        int end = vectors.start(b + 1);
        for (int own = vectors.start(a); own < vectors.start(a + 1) && other < end; own++) {
            int term = vectors.column(own);
            while (other < end && vectors.column(other) < term) {
                other++;
            }
            if (other < end && vectors.column(other) == term) {
                dot += vectors.value(own) * vectors.value(other);
            }
        }
        return Math.min(1, dot);
    }

    static double weight(double frequency, double rareness) {
        return rareness * frequency * (SATURATION + 1) / (frequency + SATURATION);
    }

    /** Made when it is first asked for; two threads may make it twice, to the same result. */
    private AlikeList listOf(int product) {
        AlikeList known = lists.get(product);
        if (known == null) {
            SparseSums vector = new SparseSums();
            for (int cell = vectors.start(product); cell < vectors.start(product + 1); cell++) {
                vector.add(vectors.column(cell), vectors.value(cell), 0);
            }
            known = list(vector, LISTED, product);
            lists.set(product, known);
        }
        return known;
    }

    /** The products nearest to a vector but one, by the postings of its heaviest terms. */
    private AlikeList list(SparseSums vector, int limit, int without) {
        SparseSums sums = new SparseSums(ASKED * LISTED);
        for (int slot : vector.greatest(ASKED)) {
            int term = vector.key(slot);
            for (int cell = postings.start(term); cell < postings.start(term + 1); cell++) {
                if (postings.column(cell) != without) {
                    sums.add(postings.column(cell), vector.total(slot) * postings.value(cell), 0);
                }
            }
        }
        return AlikeList.of(sums, limit);
    }
}
