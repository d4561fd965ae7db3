package io.perennial.recommendation.recommend;

import io.perennial.recommendation.catalog.Catalog;
import io.perennial.recommendation.catalog.CatalogProduct;
import io.perennial.recommendation.popularity.PopularityModel.Popular;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fills one shelf: candidates in their order, as far as they are sellable at this moment; then what is popular; then
 * whatever is in the range. The catalog is read in few, growing portions.
 */
final class ShelfBuilder {

    private static final int FIRST_PORTION_SPARE = 40;
    private static final int MOST_LOOKED_AT = 5_000;

    private final Catalog catalog;
    private final Map<String, CatalogProduct> known = new HashMap<>();
    private final Map<String, Candidate> shelf = new LinkedHashMap<>();
    private final int limit;
    private final Set<String> excluded;
    private double lowest = 1;

    ShelfBuilder(Catalog catalog, int limit, Set<String> excluded) {
        this.catalog = catalog;
        this.limit = limit;
        this.excluded = new HashSet<>(excluded);
    }

    /** Looks products up that are needed besides, in the same query as the first portion where it comes after. */
    void alsoLookUp(Collection<String> productIds, List<Candidate> first) {
        Set<String> wanted = new HashSet<>(productIds);
        first.stream()
                .limit(limit + FIRST_PORTION_SPARE)
                .map(Candidate::productId)
                .forEach(wanted::add);
        known.putAll(catalog.find(wanted));
    }

    void fill(List<Candidate> candidates) {
        int portion = limit + FIRST_PORTION_SPARE;
        for (int from = 0; from < Math.min(candidates.size(), MOST_LOOKED_AT) && !full(); portion *= 4) {
            int to = Math.min(candidates.size(), from + portion);
            take(candidates.subList(from, to));
            from = to;
        }
    }

    void fillPopular(CandidateRanking ranking, Question question) {
        List<Popular> popular = ranking.popular();
        double ceiling = shelf.isEmpty() ? 1 : lowest / 2;
        int portion = limit + FIRST_PORTION_SPARE;
        for (int from = 0; from < Math.min(popular.size(), MOST_LOOKED_AT) && !full(); portion *= 4) {
            int to = Math.min(popular.size(), from + portion);
            List<Candidate> candidates = new ArrayList<>(to - from);
            popular.subList(from, to)
                    .forEach(product -> candidates.add(ranking.popular(product, ceiling, question.now())));
            take(candidates);
            from = to;
        }
    }

    void fillFromRange() {
        if (full()) {
            return;
        }
        Set<String> without = new HashSet<>(excluded);
        without.addAll(shelf.keySet());
        for (CatalogProduct product : catalog.sellable(without, limit - shelf.size())) {
            known.put(product.productId(), product);
            shelf.put(product.productId(), new Candidate(product.productId(), 0, new Reason.InTheRange()));
        }
    }

    /** From now on only these are left out. */
    void excludeOnly(Set<String> fewer) {
        excluded.retainAll(fewer);
    }

    boolean isEmpty() {
        return shelf.isEmpty();
    }

    List<Candidate> candidates() {
        return List.copyOf(shelf.values());
    }

    /** What has been read of the catalog on the way. */
    Map<String, CatalogProduct> known() {
        return known;
    }

    private boolean full() {
        return shelf.size() >= limit;
    }

    private void take(List<Candidate> portion) {
        List<Candidate> open = portion.stream()
                .filter(candidate -> !excluded.contains(candidate.productId())
                        && !shelf.containsKey(candidate.productId())
                        && !catalog.neverRecommended(candidate.productId()))
                .toList();
        known.putAll(catalog.find(open.stream()
                .map(Candidate::productId)
                .filter(productId -> !known.containsKey(productId))
                .toList()));
        for (Candidate candidate : open) {
            CatalogProduct product = known.get(candidate.productId());
            if (!full() && product != null && product.sellable()) {
                shelf.put(candidate.productId(), candidate);
                lowest = Math.min(lowest, candidate.score());
            }
        }
    }
}
