package io.perennial.recommendation.recommend;

import io.perennial.recommendation.catalog.Assortment;
import io.perennial.recommendation.catalog.CatalogProduct;
import io.perennial.recommendation.catalog.Range;
import io.perennial.recommendation.content.Contents;
import io.perennial.recommendation.history.History;
import io.perennial.recommendation.history.SignalWeights;
import io.perennial.recommendation.model.Models;
import io.perennial.recommendation.placement.Filters;
import io.perennial.recommendation.placement.Placement;
import io.perennial.recommendation.ranker.ShelfRanker;
import io.perennial.recommendation.session.Sessions;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** Answers with a shelf, or with given products in a shopper's order. Of what the database knows only the visit is read. */
@Service
@EnableConfigurationProperties(RecommendProperties.class)
class Recommender {

    private static final int LONGEST_SESSION = 20;

    /** Of each source, for a shelf: what is not among its best is not among the best of all. */
    private static final int MOST_CANDIDATES = 200;

    /** So many are enough for each place where nothing is filtered. */
    private static final int CANDIDATES_A_PLACE = 8;

    /** What answers of {@link #rank} call themselves: a search's results are no shelf of the search's. */
    static final String RANK = "rank";

    private final Models models;
    private final Sessions sessions;
    private final Contents contents;
    private final SignalWeights weights;
    private final int seeds;
    private final Clock clock;

    Recommender(Models models, Sessions sessions, Contents contents, RecommendProperties properties, Clock clock) {
        this.models = models;
        this.sessions = sessions;
        this.contents = contents;
        this.weights = properties.weights();
        this.seeds = properties.seeds();
        this.clock = clock;
    }

    /** Products in order, out of the shop as the visitor finds it. */
    record Answer(
            List<Candidate> items,
            Strategy strategy,
            boolean unknownProduct,
            boolean outsideRange,
            Assortment assortment) {}

    /** At most so many sellable products, best first; empty only where nothing sellable exists. */
    Answer shelf(Request request) {
        Instant now = clock.instant();
        Question question = question(request, now);
        Knowledge knowledge = knowledge();
        Set<String> excluded = question.excluded(knowledge.models().repurchase());
        excluded.addAll(request.exclude());
        CandidateRanking ranking = new CandidateRanking(knowledge, weights, seeds, candidates(request, excluded));
        Set<String> hard = question.inSight();
        hard.addAll(request.exclude());
        Placement placement = request.placement();
        Assortment assortment = request.visit().assortment();
        Admission admission = new Admission(placement, request.range(), seen(question), excluded);
        List<Candidate> near = ranking.near(question);
        ShelfBuilder shelf = new ShelfBuilder(
                assortment,
                placement,
                new ProductFeatures(question, knowledge.models().popularity(), assortment),
                knowledge.ranker(placement, placement.name()),
                admission,
                request.limit());
        shelf.fill(near);
        shelf.fillPopular(ranking, now);
        shelf.fillFromRange(request.range());
        if (shelf.isEmpty()) {
            // They have bought the whole range, or the filters leave nothing: better what they know than nothing.
            admission.relax(hard);
            shelf.fill(near);
            shelf.fillPopular(ranking, now);
            shelf.fillFromRange(request.range());
        }
        boolean outside = shelf.isEmpty() && !request.range().equals(Range.ALL);
        if (outside) {
            shelf.fillFromRange(Range.ALL);
        }
        List<Candidate> items = shelf.shelf(
                new Diversifier(placement.diversity(), knowledge.content()::among), ThreadLocalRandom.current());
        boolean unknown = !request.context().isEmpty()
                && request.context().stream().allMatch(productId -> assortment.find(productId) == null);
        return new Answer(items, Strategy.of(items), unknown, outside && !items.isEmpty(), assortment);
    }

    /** All of the given products, best for the shopper first, sellable or not. */
    Answer rank(Placement placement, Visit visit, List<String> productIds) {
        Question question = question(
                new Request(placement, visit, List.of(), null, null, null, Range.ALL, Set.of(), productIds.size()),
                clock.instant());
        Knowledge knowledge = knowledge();
        ProductFeatures features =
                new ProductFeatures(question, knowledge.models().popularity(), visit.assortment());
        List<Candidate> items = new CandidateRanking(knowledge, weights, seeds, Integer.MAX_VALUE)
                .ordered(productIds, question).stream()
                        .map(candidate -> known(candidate, features, visit.assortment()))
                        .toList();
        ShelfRanker ranker = knowledge.ranker(placement, RANK);
        List<Candidate> ranked = ranker == null ? items : ranked(items, ranker);
        return new Answer(ranked, Strategy.of(ranked), false, false, visit.assortment());
    }

    private static Candidate known(Candidate candidate, ProductFeatures features, Assortment assortment) {
        CatalogProduct product = assortment.find(candidate.product());
        return product == null ? candidate : features.of(candidate, product);
    }

    private static List<Candidate> ranked(List<Candidate> items, ShelfRanker ranker) {
        return items.stream()
                .map(item -> item.withScore(ranker.relevance(item.features())))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .toList();
    }

    private static int candidates(Request request, Set<String> excluded) {
        boolean filtered = !request.range().equals(Range.ALL)
                || !request.placement().filters().equals(Filters.NONE);
        return filtered
                ? MOST_CANDIDATES
                : Math.min(MOST_CANDIDATES, CANDIDATES_A_PLACE * request.limit() + excluded.size());
    }

    private Question question(Request request, Instant now) {
        History history = request.visit().history();
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
}
