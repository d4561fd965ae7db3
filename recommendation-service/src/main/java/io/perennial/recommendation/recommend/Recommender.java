package io.perennial.recommendation.recommend;

import io.perennial.recommendation.catalog.Catalog;
import io.perennial.recommendation.catalog.CatalogProduct;
import io.perennial.recommendation.history.Histories;
import io.perennial.recommendation.history.History;
import io.perennial.recommendation.history.SignalWeights;
import io.perennial.recommendation.model.CurrentModels;
import io.perennial.recommendation.model.Models;
import io.perennial.recommendation.neighbours.ItemToItemScorer;
import io.perennial.recommendation.placement.Placement;
import io.perennial.recommendation.shopper.Shopper;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** Answers with a shelf, or with given products in a shopper's order. Reads histories and stock as they are now. */
@Service
@EnableConfigurationProperties(RecommendProperties.class)
class Recommender {

    private final Models models;
    private final Histories histories;
    private final Catalog catalog;
    private final SignalWeights weights;
    private final int seeds;
    private final Clock clock;

    Recommender(Models models, Histories histories, Catalog catalog, RecommendProperties properties, Clock clock) {
        this.models = models;
        this.histories = histories;
        this.catalog = catalog;
        this.weights = properties.weights();
        this.seeds = properties.seeds();
        this.clock = clock;
    }

    /** Products in order, what the catalog says of them and of what their reasons speak of. */
    record Answer(
            List<Candidate> items, Strategy strategy, boolean unknownProduct, Map<String, CatalogProduct> products) {

        @Nullable String nameOf(String productId) {
            CatalogProduct product = products.get(productId);
            return product == null ? null : product.name();
        }
    }

    /** At most {@code limit} sellable products, best first; empty only where nothing sellable exists. */
    Answer shelf(Placement placement, Shopper shopper, List<String> context, int limit) {
        Question question = new Question(placement, context, historyOf(shopper), clock.instant());
        CandidateRanking ranking = ranking();
        List<Candidate> near = ranking.near(question);
        ShelfBuilder shelf = new ShelfBuilder(catalog, limit, question.excluded());
        shelf.alsoLookUp(context, near);
        boolean unknown = !context.isEmpty()
                && context.stream().noneMatch(productId -> shelf.known().containsKey(productId));
        shelf.fill(near);
        shelf.fillPopular(ranking, question);
        shelf.fillFromRange();
        if (shelf.isEmpty()) {
            // They have bought the whole range: better what they know than nothing.
            shelf.excludeOnly(question.inSight());
            shelf.fillPopular(ranking, question);
            shelf.fillFromRange();
        }
        return answer(shelf.candidates(), unknown, shelf.known());
    }

    /** All of the given products, best for the shopper first, sellable or not. */
    Answer rank(Placement placement, Shopper shopper, List<String> productIds) {
        Question question = new Question(placement, List.of(), historyOf(shopper), clock.instant());
        return answer(ranking().ordered(productIds, question), false, Map.of());
    }

    private CandidateRanking ranking() {
        CurrentModels current = models.current();
        return new CandidateRanking(new ItemToItemScorer(current.itemToItem()), current.popularity(), weights, seeds);
    }

    private History historyOf(Shopper shopper) {
        return shopper.identifiers().isEmpty() ? History.EMPTY : histories.of(shopper.identifiers());
    }

    private Answer answer(List<Candidate> items, boolean unknown, Map<String, CatalogProduct> known) {
        Map<String, CatalogProduct> products = new HashMap<>(known);
        Set<String> missing = new HashSet<>();
        for (Candidate item : items) {
            missing.add(item.productId());
            String about = item.reason().about();
            if (about != null) {
                missing.add(about);
            }
        }
        missing.removeAll(products.keySet());
        products.putAll(catalog.find(missing));
        return new Answer(items, Strategy.of(items), unknown, products);
    }
}
