package io.perennial.recommendation.content;

import io.perennial.recommendation.sparse.SparseSums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Products as vectors of weighted terms, of length one, and for each term the products in which it weighs most. A term's
 * weight is BM25's: its saturated frequency times its rareness (Robertson and Zaragoza, "The probabilistic relevance
 * framework: BM25 and beyond", 2009); likeness is the cosine. Immutable.
 */
public final class ContentIndex {

    /** Knows nothing. */
    public static final ContentIndex EMPTY = new ContentIndex(
            Map.of(), new String[0], new int[0][], new float[0][], new int[0][], new float[0][], new double[0]);

    /** Until when a word's repetition counts (BM25's k1). */
    static final double SATURATION = 1.2;

    /** Terms whose lists an answer looks at. */
    private static final int ASKED = 24;

    private final Map<String, Integer> termNumbers;
    private final String[] products;
    private final int[][] terms;
    private final float[][] weights;
    private final int[][] postings;
    private final float[][] postingWeights;
    private final double[] rareness;

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
    }

    public int products() {
        return products.length;
    }

    /**
     * The products most like the given ones, each of a weight; most alike first, without the given ones. Looks at the lists
     * of the {@value #ASKED} heaviest terms of all together.
     */
    public List<Alike> like(List<String> productIds, List<Double> productWeights, int limit) {
        Map<Integer, Double> vector = new HashMap<>();
        for (int i = 0; i < productIds.size(); i++) {
            int product = Arrays.binarySearch(products, productIds.get(i));
            for (int t = 0; product >= 0 && t < terms[product].length; t++) {
                vector.merge(terms[product][t], weights[product][t] * productWeights.get(i), Double::sum);
            }
        }
        List<Alike> alike = new ArrayList<>();
        for (Alike one : asked(vector, Set.copyOf(productIds), limit)) {
            alike.add(new Alike(one.productId(), one.score(), mostAlike(one.productId(), productIds)));
        }
        return alike;
    }

    /** The products that words speak of: a search, a category, a referrer; most fitting first. */
    public List<Alike> matching(String words, int limit) {
        Map<Integer, Double> vector = new HashMap<>();
        Terms.ofQuery(words).forEach((term, frequency) -> {
            Integer number = termNumbers.get(term);
            if (number != null) {
                vector.put(number, weight(frequency, rareness[number]));
            }
        });
        return asked(vector, Set.of(), limit);
    }

    /** How alike two products are, 0 to 1; 0 where one is not known. */
    public double likeness(String one, String other) {
        int a = Arrays.binarySearch(products, one);
        int b = Arrays.binarySearch(products, other);
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

    private int mostAlike(String productId, List<String> asked) {
        int most = 0;
        double greatest = -1;
        for (int i = 0; i < asked.size() && asked.size() > 1; i++) {
            double likeness = likeness(productId, asked.get(i));
            if (likeness > greatest) {
                greatest = likeness;
                most = i;
            }
        }
        return most;
    }

    private List<Alike> asked(Map<Integer, Double> vector, Set<String> without, int limit) {
        double length = Math.sqrt(
                vector.values().stream().mapToDouble(weight -> weight * weight).sum());
        SparseSums sums = new SparseSums();
        vector.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(ASKED)
                .forEach(term -> add(sums, term.getKey(), term.getValue() / length));
        List<Alike> alike = new ArrayList<>();
        for (int slot : sums.greatest(limit + without.size())) {
            String productId = products[sums.key(slot)];
            if (alike.size() < limit && !without.contains(productId)) {
                alike.add(new Alike(productId, sums.total(slot), 0));
            }
        }
        return alike;
    }

    private void add(SparseSums sums, int term, double weight) {
        for (int p = 0; p < postings[term].length; p++) {
            sums.add(postings[term][p], weight * postingWeights[term][p], 0);
        }
    }
}
