package io.perennial.recommendation.content;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.catalog.ProductContent;
import io.perennial.recommendation.product.NumberedProducts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds a content index; the same products in any order give the same index. Not thread-safe. */
public final class ContentIndexer {

    private final ContentBounds bounds;
    private final Map<String, Map<String, Double>> products = new TreeMap<>();
    private final Map<String, Integer> productsWith = new HashMap<>();

    public ContentIndexer(ContentBounds bounds) {
        this.bounds = bounds;
    }

    /** Adds a product, each once; one of which nothing but a price is known is like no other. */
    public ContentIndexer add(ProductContent product) {
        Map<String, Double> terms = Terms.of(product);
        if (terms.keySet().stream().anyMatch(term -> !term.startsWith(Terms.PRICE_BAND))
                && products.put(product.productId(), terms) == null) {
            terms.keySet().forEach(term -> productsWith.merge(term, 1, Integer::sum));
        }
        return this;
    }

    public ContentIndex index() {
        Map<String, Integer> numbers = new HashMap<>();
        // A term that one product has says nothing of another.
        productsWith.entrySet().stream()
                .filter(term -> term.getValue() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(term -> numbers.put(term, numbers.size()));
        double[] rareness = new double[numbers.size()];
        numbers.forEach((term, number) -> rareness[number] = rareness(productsWith.getOrDefault(term, 1)));
        SparseMatrix.Builder vectors = new SparseMatrix.Builder(numbers.size());
        List<List<Posting>> postings = new ArrayList<>();
        numbers.keySet().forEach(term -> postings.add(new ArrayList<>()));
        int product = 0;
        for (Map<String, Double> all : products.values()) {
            List<Weighted> vector = vector(all, numbers, rareness);
            double length = Math.sqrt(vector.stream()
                    .mapToDouble(term -> term.weight * term.weight)
                    .sum());
            for (Weighted term : vector) {
                float weight = (float) (term.weight / length);
                vectors.add(term.term, weight);
                postings.get(term.term).add(new Posting(product, weight));
            }
            vectors.endRow();
            product++;
        }
        NumberedProducts ids = new NumberedProducts(products.keySet().toArray(String[]::new));
        SparseMatrix.Builder lists = new SparseMatrix.Builder(product);
        for (List<Posting> term : postings) {
            heaviest(term).forEach(posting -> lists.add(posting.product, posting.weight));
            lists.endRow();
        }
        return new ContentIndex(numbers, ids, vectors.build(), lists.build(), rareness);
    }

    private record Weighted(int term, double weight) {}

    private record Posting(int product, float weight) {}

    private List<Weighted> vector(Map<String, Double> terms, Map<String, Integer> numbers, double[] rareness) {
        List<Weighted> vector = new ArrayList<>();
        terms.forEach((term, frequency) -> {
            Integer number = numbers.get(term);
            if (number != null) {
                vector.add(new Weighted(number, ContentIndex.weight(frequency, rareness[number])));
            }
        });
        vector.sort(Comparator.comparingDouble(Weighted::weight).reversed().thenComparingInt(Weighted::term));
        List<Weighted> kept = vector.subList(0, Math.min(bounds.terms(), vector.size()));
        kept.sort(Comparator.comparingInt(Weighted::term));
        return kept;
    }

    private List<Posting> heaviest(List<Posting> postings) {
        if (postings.size() <= bounds.productsPerTerm()) {
            return postings;
        }
        Posting[] sorted = postings.toArray(Posting[]::new);
        Arrays.sort(
                sorted, Comparator.comparingDouble(Posting::weight).reversed().thenComparingInt(Posting::product));
        return Arrays.asList(sorted).subList(0, bounds.productsPerTerm());
    }

    private double rareness(int productsWith) {
        return Math.log(1 + (products.size() - productsWith + 0.5) / (productsWith + 0.5));
    }
}
