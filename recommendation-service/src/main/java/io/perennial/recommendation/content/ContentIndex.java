package io.perennial.recommendation.content;

import io.perennial.recommendation.sparse.SparseSums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
            Map.of(), new String[0], new int[0][], new float[0][], new int[0][], new float[0][], new double[0]);

    /** Until when a word's repetition counts (BM25's k1). */
    static final double SATURATION = 1.2;

    /** Terms whose products are looked at, the heaviest. */
    private static final int ASKED = 24;

    /** Products kept as most like one. */
    private static final int LISTED = 60;

    private final Map<String, Integer> termNumbers;
    private final String[] products;
    private final int[][] terms;
    private final float[][] weights;
    private final int[][] postings;
    private final float[][] postingWeights;
    private final double[] rareness;
    private final AtomicReferenceArray<@Nullable AlikeList> lists;

    /** Products sorted by id; of each its terms in ascending order. */
    ContentIndex(
            Map<String, Integer> termNumbers,
            String[] products,
            int[][] terms,
            float[][] weights,
            int[][] postings,
            float[][] postingWeights,
            double[] rareness) {
        this.termNumbers = termNumbers;
        this.products = products;
        this.terms = terms;
        this.weights = weights;
        this.postings = postings;
        this.postingWeights = postingWeights;
        this.rareness = rareness;
        this.lists = new AtomicReferenceArray<>(products.length);
    }

    public int products() {
        return products.length;
    }

    /**
     * The products most like the given ones, each of a weight; most alike first, without the given ones. The score is the
     * mean of the cosines by these weights, of the {@value #LISTED} products most like each.
     */
    public List<Alike> like(List<String> productIds, List<Double> productWeights, int limit) {
        SparseSums sums = new SparseSums();
        double whole = 0;
        for (int place = 0; place < productIds.size(); place++) {
            int product = Arrays.binarySearch(products, productIds.get(place));
            double weight = productWeights.get(place);
            whole += weight;
            if (product >= 0) {
                listOf(product).addTo(sums, weight, place);
            }
        }
        List<Alike> alike = new ArrayList<>();
        for (int slot : sums.greatest(limit + productIds.size())) {
            String productId = products[sums.key(slot)];
            if (alike.size() < limit && !productIds.contains(productId)) {
                alike.add(new Alike(productId, sums.total(slot) / whole, sums.cause(slot)));
            }
        }
        return alike;
    }

    /** The products that words speak of: a search, a category, a referrer; most fitting first. */
    public List<Alike> matching(String words, int limit) {
        Map<Integer, Double> vector = new TreeMap<>();
        Terms.ofQuery(words).forEach((term, frequency) -> {
            Integer number = termNumbers.get(term);
            if (number != null) {
                vector.put(number, weight(frequency, rareness[number]));
            }
        });
        double length = Math.sqrt(
                vector.values().stream().mapToDouble(weight -> weight * weight).sum());
        int[] asked = vector.keySet().stream().mapToInt(Integer::intValue).toArray();
        float[] askedWeights = new float[asked.length];
        int next = 0;
        for (double weight : vector.values()) {
            askedWeights[next++] = (float) (weight / length);
        }
        return list(asked, askedWeights, limit, -1).alike(products);
    }

    /** How alike some products are; one that is not known is like no other. */
    public Likeness among(List<String> productIds) {
        int[] numbers = new int[productIds.size()];
        Arrays.setAll(numbers, place -> Arrays.binarySearch(products, productIds.get(place)));
        return (one, other) -> likeness(numbers[one], numbers[other]);
    }

    private double likeness(int a, int b) {
        if (a < 0 || b < 0) {
            return 0;
        }
        double dot = 0;
        int j = 0;
        for (int i = 0; i < terms[a].length; i++) {
            while (j < terms[b].length && terms[b][j] < terms[a][i]) {
                j++;
            }
            if (j < terms[b].length && terms[b][j] == terms[a][i]) {
                dot += weights[a][i] * weights[b][j];
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
            known = list(terms[product], weights[product], LISTED, product);
            lists.set(product, known);
        }
        return known;
    }

    /** The products nearest to a vector but one, by the postings of its heaviest terms. */
    private AlikeList list(int[] vector, float[] vectorWeights, int limit, int without) {
        SparseSums heaviest = new SparseSums();
        for (int t = 0; t < vector.length; t++) {
            heaviest.add(vector[t], vectorWeights[t], 0);
        }
        SparseSums sums = new SparseSums();
        for (int slot : heaviest.greatest(ASKED)) {
            int term = heaviest.key(slot);
            for (int p = 0; p < postings[term].length; p++) {
                if (postings[term][p] != without) {
                    sums.add(postings[term][p], heaviest.total(slot) * postingWeights[term][p], 0);
                }
            }
        }
        return AlikeList.of(sums, limit);
    }
}
