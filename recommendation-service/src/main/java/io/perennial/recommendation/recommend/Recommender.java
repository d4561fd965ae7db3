package io.perennial.recommendation.recommend;

import io.perennial.recommendation.catalog.Assortment;
import io.perennial.recommendation.catalog.Range;
import io.perennial.recommendation.content.Contents;
import io.perennial.recommendation.history.History;
import io.perennial.recommendation.history.SignalWeights;
import io.perennial.recommendation.model.Models;
import io.perennial.recommendation.placement.Filters;
import io.perennial.recommendation.placement.Placement;
import io.perennial.recommendation.session.Sessions;
import java.time.Clock;
import java.time.Instant;
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
        CandidateRanking ranking = new CandidateRanking(knowledge, weights, seeds, MOST_CANDIDATES);
        Set<String> excluded = question.excluded(knowledge.models().repurchase());
        excluded.addAll(request.exclude());
        Set<String> hard = question.inSight();
        hard.addAll(request.exclude());
        Placement placement = request.placement();
        Admission admission = new Admission(placement, request.range(), seen(question), excluded);
        List<Candidate> near = ranking.near(question);
        Assortment assortment = request.visit().assortment();
        ShelfBuilder shelf = new ShelfBuilder(assortment, placement, admission, request.limit());
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
        CandidateRanking ranking = new CandidateRanking(knowledge(), weights, seeds, Integer.MAX_VALUE);
        List<Candidate> items = ranking.ordered(productIds, question);
        return new Answer(items, Strategy.of(items), false, false, visit.assortment());
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
