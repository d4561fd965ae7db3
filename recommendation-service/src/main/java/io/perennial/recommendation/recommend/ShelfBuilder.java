package io.perennial.recommendation.recommend;

import io.perennial.recommendation.catalog.Assortment;
import io.perennial.recommendation.catalog.CatalogProduct;
import io.perennial.recommendation.catalog.Range;
import io.perennial.recommendation.placement.Placement;
import io.perennial.recommendation.placement.Rule;
import io.perennial.recommendation.popularity.PopularityModel.Popular;
import io.perennial.recommendation.product.ProductNumbers;
import io.perennial.recommendation.ranker.ShelfRanker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Fills one shelf: candidates in their order, as far as they may stand there at this moment; then what is popular; then
 * whatever is in the range.
 */
final class ShelfBuilder {

    /** Candidates for each place where items shall differ. */
    private static final int CHOICE = 4;

    private final Assortment assortment;
    private final Placement placement;
    private final ProductFeatures features;
    private final @Nullable ShelfRanker ranker;
    private final Admission admission;
    private final int limit;
    private final Map<String, Diversifier.Item> pool = new LinkedHashMap<>();
    private double lowest = 1;

    /** @param ranker null where candidates keep the order they come in */
    ShelfBuilder(
            Assortment assortment,
            Placement placement,
            ProductFeatures features,
            @Nullable ShelfRanker ranker,
            Admission admission,
            int limit) {
        this.assortment = assortment;
        this.placement = placement;
        this.features = features;
        this.ranker = ranker;
        this.admission = admission;
        this.limit = limit;
    }

    void fill(List<Candidate> bestFirst) {
        int wanted = wanted();
        for (Candidate candidate : bestFirst) {
            if (pool.size() >= wanted) {
                return;
            }
            CatalogProduct product = open(candidate.product(), candidate.productId());
            if (product != null) {
                put(candidate, product);
            }
        }
    }

    void fillPopular(CandidateRanking ranking, Instant now) {
        double ceiling = pool.isEmpty() ? 1 : lowest / 2;
        for (Popular popular : ranking.popular()) {
            if (pool.size() >= limit) {
                return;
            }
            CatalogProduct product = open(ProductNumbers.find(popular.productId()), popular.productId());
            if (product != null) {
                put(ranking.popular(popular, ceiling, now), product);
            }
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
        List<Diversifier.Item> weighed = new ArrayList<>(pool.size());
        for (Diversifier.Item item : ranked()) {
            double factor = admission.factor(item.product());
            if (factor > 0) {
                double score = Math.min(1, item.candidate().score() * factor);
                weighed.add(new Diversifier.Item(item.candidate().withScore(score), item.product()));
            }
        }
        weighed.sort(Comparator.comparingDouble(
                (Diversifier.Item item) -> -item.candidate().score())); // stable
        List<Diversifier.Item> items = weighed.isEmpty() ? List.copyOf(pool.values()) : weighed;
        List<Candidate> shelf = new ArrayList<>(limit);
        for (Diversifier.Item item : diversifier.choose(items, limit)) {
            shelf.add(known(item.product()).withScore(item.candidate().score()));
        }
        tryOut(shelf, random);
        pin(shelf);
        return shelf;
    }

    /** The pool with the ranker's scores, as shares of its best. */
    private Collection<Diversifier.Item> ranked() {
        if (ranker == null) {
            return pool.values();
        }
        List<Diversifier.Item> ranked = new ArrayList<>(pool.size());
        double best = 0;
        for (Diversifier.Item item : pool.values()) {
            double relevance = ranker.relevance(known(item.product()).features());
            best = Math.max(best, relevance);
            ranked.add(new Diversifier.Item(item.candidate().withScore(relevance), item.product()));
        }
        double most = best;
        ranked.replaceAll(item ->
                new Diversifier.Item(item.candidate().withScore(item.candidate().score() / most), item.product()));
        return ranked;
    }

    /** Out of the pool, before rules and ranker touched its score. */
    private Candidate known(CatalogProduct product) {
        Diversifier.Item item = Objects.requireNonNull(pool.get(product.productId()));
        return features.of(item.candidate(), product);
    }

    private int wanted() {
        boolean choice = ranker != null
                || placement.diversity().lambda() < 1
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
                    shelf.set(
                            place,
                            features.of(new Candidate(product.productId(), score, new Reason.TryOut()), product));
                }
            }
        }
    }

    private void pin(List<Candidate> shelf) {
        for (Rule.Pin pin : pins()) {
            CatalogProduct product = assortment.find(pin.productId());
            if (product != null
                    && product.sellable()
                    && admission.open(pin.productId())
                    && admission.range().holds(product)) {
                shelf.removeIf(candidate -> candidate.productId().equals(pin.productId()));
                int place = Math.min(pin.position() - 1, shelf.size());
                double score = shelf.isEmpty()
                        ? 1
                        : shelf.get(Math.min(place, shelf.size() - 1)).score();
                shelf.add(place, features.of(new Candidate(pin.productId(), score, new Reason.Pinned()), product));
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

    /** Sellable products of a range, newest first, that are neither excluded nor in the pool yet. */
    private List<CatalogProduct> others(Range range, int most) {
        return assortment.newest(
                product -> range.holds(product)
                        && !admission.excluded().contains(product.productId())
                        && !pool.containsKey(product.productId()),
                most);
    }

    /** The product where it may stand on the shelf and does not yet; else null. */
    private @Nullable CatalogProduct open(int number, String productId) {
        if (!admission.open(productId) || pool.containsKey(productId)) {
            return null;
        }
        CatalogProduct product = assortment.find(number);
        return product != null && admission.admits(product) ? product : null;
    }

    private void put(Candidate candidate, CatalogProduct product) {
        pool.put(candidate.productId(), new Diversifier.Item(candidate, product));
        lowest = Math.min(lowest, candidate.score());
    }
}
