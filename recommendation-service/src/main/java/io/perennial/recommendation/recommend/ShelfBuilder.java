package io.perennial.recommendation.recommend;

import io.perennial.recommendation.catalog.Catalog;
import io.perennial.recommendation.catalog.CatalogProduct;
import io.perennial.recommendation.catalog.Range;
import io.perennial.recommendation.placement.Placement;
import io.perennial.recommendation.placement.Rule;
import io.perennial.recommendation.popularity.PopularityModel.Popular;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Fills one shelf: candidates in their order, as far as they may stand there at this moment; then what is popular; then
 * whatever is in the range. The catalog is read in few, growing portions.
 */
final class ShelfBuilder {

    private static final int FIRST_PORTION_SPARE = 40;
    private static final int MOST_LOOKED_AT = 5_000;

    /** Candidates for each place where items shall differ. */
    private static final int CHOICE = 4;

    private final Catalog catalog;
    private final Placement placement;
    private final Admission admission;
    private final int limit;
    private final Map<String, CatalogProduct> known = new HashMap<>();
    private final Map<String, Diversifier.Item> pool = new LinkedHashMap<>();
    private double lowest = 1;

    ShelfBuilder(Catalog catalog, Placement placement, Admission admission, int limit) {
        this.catalog = catalog;
        this.placement = placement;
        this.admission = admission;
        this.limit = limit;
    }

    /** Looks products up that are needed besides, in the same query as the first portion, its reasons and the pins. */
    void alsoLookUp(Collection<String> productIds, List<Candidate> first) {
        Set<String> wanted = new HashSet<>(productIds);
        first.stream().limit(wanted() + FIRST_PORTION_SPARE).forEach(candidate -> {
            wanted.add(candidate.productId());
            String about = candidate.reason().about();
            if (about != null) {
                wanted.add(about);
            }
        });
        pins().forEach(pin -> wanted.add(pin.productId()));
        known.putAll(catalog.find(wanted));
    }

    void fill(List<Candidate> candidates) {
        int portion = wanted() + FIRST_PORTION_SPARE;
        for (int from = 0; from < Math.min(candidates.size(), MOST_LOOKED_AT) && pool.size() < wanted(); portion *= 4) {
            int to = Math.min(candidates.size(), from + portion);
            take(candidates.subList(from, to), wanted());
            from = to;
        }
    }

    void fillPopular(CandidateRanking ranking, Question question) {
        List<Popular> popular = ranking.popular();
        double ceiling = pool.isEmpty() ? 1 : lowest / 2;
        int portion = limit + FIRST_PORTION_SPARE;
        for (int from = 0; from < Math.min(popular.size(), MOST_LOOKED_AT) && pool.size() < limit; portion *= 4) {
            int to = Math.min(popular.size(), from + portion);
            List<Candidate> candidates = new ArrayList<>(to - from);
            popular.subList(from, to)
                    .forEach(product -> candidates.add(ranking.popular(product, ceiling, question.now())));
            take(candidates, limit);
            from = to;
        }
    }

    void fillFromRange(Range range) {
        if (pool.size() >= limit) {
            return;
        }
        for (CatalogProduct product : others(range, limit - pool.size())) {
            if (!range.equals(admission.range()) || admission.admits(product)) {
                put(new Candidate(product.productId(), 0, new Reason.InTheRange()), product);
            }
        }
    }

    boolean isEmpty() {
        return pool.isEmpty();
    }

    /** The shelf: the pool weighed by the rules, different by the placement's measure, with what is tried out and pinned. */
    List<Candidate> shelf(Diversifier diversifier, RandomGenerator random) {
        List<Diversifier.Item> weighed = new ArrayList<>();
        for (Diversifier.Item item : pool.values()) {
            double factor = admission.factor(item.product());
            Candidate candidate = item.candidate();
            if (factor > 0) {
                double score = Math.min(1, candidate.score() * factor);
                weighed.add(new Diversifier.Item(
                        new Candidate(candidate.productId(), score, candidate.reason()), item.product()));
            }
        }
        weighed.sort(Comparator.comparingDouble(
                (Diversifier.Item item) -> -item.candidate().score())); // stable
        List<Diversifier.Item> items = weighed.isEmpty() ? List.copyOf(pool.values()) : weighed;
        List<Candidate> shelf = new ArrayList<>(diversifier.choose(items, limit).stream()
                .map(Diversifier.Item::candidate)
                .toList());
        tryOut(shelf, random);
        pin(shelf);
        return shelf;
    }

    /** What has been read of the catalog on the way. */
    Map<String, CatalogProduct> known() {
        return known;
    }

    private int wanted() {
        boolean choice = placement.diversity().lambda() < 1
                || placement.diversity().perBrand() > 0
                || placement.diversity().perCategory() > 0
                || !placement.rules().isEmpty();
        return choice ? limit * CHOICE : limit;
    }

    private void tryOut(List<Candidate> shelf, RandomGenerator random) {
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < shelf.size(); place++) {
            if (random.nextDouble() < placement.exploration()) {
                places.add(place);
            }
        }
        if (!places.isEmpty()) {
            int next = 0;
            for (CatalogProduct product : others(admission.range(), places.size())) {
                if (admission.admits(product) && admission.factor(product) > 0) {
                    int place = places.get(next++);
                    double score = shelf.get(place).score();
                    shelf.set(place, new Candidate(product.productId(), score, new Reason.TryOut()));
                }
            }
        }
    }

    private void pin(List<Candidate> shelf) {
        for (Rule.Pin pin : pins()) {
            CatalogProduct product = known.get(pin.productId());
            if (product != null
                    && product.sellable()
                    && admission.open(pin.productId())
                    && admission.range().holds(product)) {
                shelf.removeIf(candidate -> candidate.productId().equals(pin.productId()));
                int place = Math.min(pin.position() - 1, shelf.size());
                double score = shelf.isEmpty()
                        ? 1
                        : shelf.get(Math.min(place, shelf.size() - 1)).score();
                shelf.add(place, new Candidate(pin.productId(), score, new Reason.Pinned()));
            }
        }
        if (shelf.size() > limit) {
            shelf.subList(limit, shelf.size()).clear();
        }
    }

    private List<Rule.Pin> pins() {
        return placement.rules().stream()
                .filter(Rule.Pin.class::isInstance)
                .map(Rule.Pin.class::cast)
                .sorted(Comparator.comparingInt(Rule.Pin::position))
                .toList();
    }

    /** Sellable products, newest first, that are not in the pool yet. */
    private List<CatalogProduct> others(Range range, int most) {
        Set<String> without = new HashSet<>(admission.excluded());
        without.addAll(pool.keySet());
        List<CatalogProduct> others = catalog.sellable(without, range, most);
        others.forEach(product -> known.put(product.productId(), product));
        return others;
    }

    private void take(List<Candidate> portion, int most) {
        List<Candidate> open = portion.stream()
                .filter(candidate -> admission.open(candidate.productId())
                        && !pool.containsKey(candidate.productId())
                        && !catalog.neverRecommended(candidate.productId()))
                .toList();
        known.putAll(catalog.find(open.stream()
                .map(Candidate::productId)
                .filter(productId -> !known.containsKey(productId))
                .toList()));
        for (Candidate candidate : open) {
            CatalogProduct product = known.get(candidate.productId());
            if (pool.size() < most && product != null && admission.admits(product)) {
                put(candidate, product);
            }
        }
    }

    private void put(Candidate candidate, CatalogProduct product) {
        pool.put(candidate.productId(), new Diversifier.Item(candidate, product));
        lowest = Math.min(lowest, candidate.score());
    }
}
