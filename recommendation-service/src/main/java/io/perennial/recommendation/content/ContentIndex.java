package io.perennial.recommendation.content;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.product.NumberedProducts;
import io.perennial.recommendation.product.Scored;
import io.perennial.recommendation.product.Weighted;
import io.perennial.recommendation.sparse.DenseSums;
import io.perennial.recommendation.sparse.SparseSums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
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
            new NumberedProducts(new String[0]),
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
    private final NumberedProducts products;
    private final SparseMatrix vectors;
    private final SparseMatrix postings;
    private final double[] rareness;
    private final AtomicReferenceArray<@Nullable AlikeList> lists;
    /** What lists are made with, as many as threads that made one at the same time. */
    private final Deque<DenseSums> spares = new ConcurrentLinkedDeque<>();

    /**
     * Products are sorted by id.
     *
     * @param vectors of each product its terms, ascending
     * @param postings of each term the products in which it weighs most
     */
    ContentIndex(
            Map<String, Integer> termNumbers,
            NumberedProducts products,
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
    public List<Scored> like(List<Weighted> given, int limit) {
        SparseSums sums = new SparseSums(given.size() * LISTED);
        double whole = 0;
        for (Weighted one : given) {
            int item = products.itemOf(one.product());
            whole += one.weight();
            if (item >= 0) {
                listOf(item).addTo(sums, one.weight(), one.product());
            }
        }
        List<Scored> alike = new ArrayList<>(limit);
        for (int slot : sums.greatest(limit + given.size())) {
            int product = products.product(sums.key(slot));
            if (alike.size() < limit && !isOneOf(given, product)) {
                alike.add(new Scored(product, sums.total(slot) / whole, sums.cause(slot)));
            }
        }
        return alike;
    }

    private static boolean isOneOf(List<Weighted> given, int product) {
        for (Weighted one : given) {
            if (one.product() == product) {
                return true;
            }
        }
        return false;
    }

    /** The products that words speak of: a search, a category, a referrer; most fitting first. */
    public List<Scored> matching(String words, int limit) {
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

    /**
     * How alike products of these numbers are; one that is not known is like no other. For one thread; the second of two that
     * are compared is best one of few.
     */
    public Likeness among(int[] numbers) {
        int[] items = new int[numbers.length];
        Arrays.setAll(items, place -> products.itemOf(numbers[place]));
        @Nullable TermWeights[] terms = new @Nullable TermWeights[numbers.length];
        return (one, other) -> {
            if (items[one] < 0 || items[other] < 0) {
                return 0;
            }
            TermWeights known = terms[other];
            if (known == null) {
                known = new TermWeights(vectors, items[other]);
                terms[other] = known;
            }
            return Math.min(1, known.dot(vectors, items[one]));
        };
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
        DenseSums spare = spares.poll();
        DenseSums sums = spare == null ? new DenseSums(products.size()) : spare;
        for (int slot : vector.greatest(ASKED)) {
            int term = vector.key(slot);
            float weight = (float) vector.total(slot);
            for (int cell = postings.start(term); cell < postings.start(term + 1); cell++) {
                if (postings.column(cell) != without) {
                    sums.add(postings.column(cell), weight * postings.value(cell));
                }
            }
        }
        AlikeList list = new AlikeList(sums.takeGreatest(limit));
        spares.push(sums);
        return list;
    }
}
