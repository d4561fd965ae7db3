package io.perennial.recommendation.recommend;

import io.perennial.recommendation.catalog.Catalog;
import io.perennial.recommendation.catalog.CatalogProduct;
import io.perennial.recommendation.catalog.Range;
import io.perennial.recommendation.content.Contents;
import io.perennial.recommendation.history.Histories;
import io.perennial.recommendation.history.History;
import io.perennial.recommendation.history.SignalWeights;
import io.perennial.recommendation.model.Models;
import io.perennial.recommendation.placement.Filters;
import io.perennial.recommendation.placement.Placement;
import io.perennial.recommendation.session.Sessions;
import io.perennial.recommendation.shopper.Shopper;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** Answers with a shelf, or with given products in a shopper's order. Reads histories and stock as they are now. */
@Service
@EnableConfigurationProperties(RecommendProperties.class)
class Recommender {

    private static final int LONGEST_SESSION = 20;

    private final Models models;
    private final Histories histories;
    private final Sessions sessions;
    private final Contents contents;
    private final Catalog catalog;
    private final SignalWeights weights;
    private final int seeds;
    private final Clock clock;

    Recommender(
            Models models,
            Histories histories,
            Sessions sessions,
            Contents contents,
            Catalog catalog,
            RecommendProperties properties,
            Clock clock) {
        this.models = models;
        this.histories = histories;
        this.sessions = sessions;
        this.contents = contents;
        this.catalog = catalog;
        this.weights = properties.weights();
        this.seeds = properties.seeds();
        this.clock = clock;
    }

    /** Products in order, what the catalog says of them and of what their reasons speak of. */
    record Answer(
            List<Candidate> items,
            Strategy strategy,
            boolean unknownProduct,
            boolean outsideRange,
            Map<String, CatalogProduct> products) {

        @Nullable String nameOf(String productId) {
            CatalogProduct product = products.get(productId);
            return product == null ? null : product.name();
        }
    }

    /** At most so many sellable products, best first; empty only where nothing sellable exists. */
    Answer shelf(Request request) {
        Instant now = clock.instant();
        Question question = question(request, now);
        Knowledge knowledge = knowledge();
        CandidateRanking ranking = new CandidateRanking(knowledge, weights, seeds);
        Set<String> excluded = question.excluded(knowledge.models().repurchase());
        excluded.addAll(request.exclude());
        Set<String> hard = question.inSight();
        hard.addAll(request.exclude());
        Placement placement = request.placement();
        Admission admission = new Admission(placement, request.range(), seen(question), excluded);
        List<Candidate> near = ranking.near(question);
        ShelfBuilder shelf = new ShelfBuilder(catalog, placement, admission, request.limit());
        shelf.alsoLookUp(request.context(), near);
        boolean unknown = !request.context().isEmpty()
                && request.context().stream()
                        .noneMatch(productId -> shelf.known().containsKey(productId));
        shelf.fill(near);
        shelf.fillPopular(ranking, question);
        shelf.fillFromRange(request.range());
        if (shelf.isEmpty()) {
            // They have bought the whole range, or the filters leave nothing: better what they know than nothing.
            admission.relax(hard);
            shelf.fill(near);
            shelf.fillPopular(ranking, question);
            shelf.fillFromRange(request.range());
        }
        boolean outside = shelf.isEmpty() && !request.range().equals(Range.ALL);
        if (outside) {
            shelf.fillFromRange(Range.ALL);
        }
        List<Candidate> items = shelf.shelf(
                new Diversifier(placement.diversity(), knowledge.content()::likeness), ThreadLocalRandom.current());
        return answer(items, unknown, outside && !items.isEmpty(), shelf.known());
    }

    /** All of the given products, best for the shopper first, sellable or not. */
    Answer rank(Placement placement, Shopper shopper, List<String> productIds) {
        Question question = question(
                new Request(placement, shopper, List.of(), null, null, null, Range.ALL, Set.of(), productIds.size()),
                clock.instant());
        CandidateRanking ranking = new CandidateRanking(knowledge(), weights, seeds);
        return answer(ranking.ordered(productIds, question), false, false, Map.of());
    }

    private Question question(Request request, Instant now) {
        History history = historyOf(request.shopper());
        List<String> cart = request.cart() == null ? history.cart() : request.cart();
        List<String> session =
                request.session() == null ? history.session(now, sessions.gap(), LONGEST_SESSION) : request.session();
        return new Question(request.placement(), request.context(), cart, session, request.words(), history, now);
    }

    private Knowledge knowledge() {
        return new Knowledge(models.current(), contents.index(), sessions::after);
    }

    private static Map<String, Integer> seen(Question question) {
        Filters filters = question.placement().filters();
        return filters.seenAtMost() == 0
                ? Map.of()
                : question.history().seenSince(question.now().minus(filters.seenWithin()));
    }

    private History historyOf(Shopper shopper) {
        return shopper.identifiers().isEmpty() ? History.EMPTY : histories.of(shopper.identifiers());
    }

    private Answer answer(List<Candidate> items, boolean unknown, boolean outside, Map<String, CatalogProduct> known) {
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
        return new Answer(items, Strategy.of(items), unknown, outside, products);
    }
}
