package io.perennial.recommendation.recommend;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micrometer.core.instrument.Timer;
import io.perennial.common.event.Money;
import io.perennial.common.web.PageRequest;
import io.perennial.common.web.Problem;
import io.perennial.recommendation.catalog.Catalog;
import io.perennial.recommendation.catalog.CatalogProduct;
import io.perennial.recommendation.experiment.Choice;
import io.perennial.recommendation.experiment.Experiments;
import io.perennial.recommendation.placement.Placement;
import io.perennial.recommendation.placement.Placements;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Recommendations over REST. */
@RestController
@RequestMapping("/v1/recommendations")
@Secured("recommendations:read")
class RecommendController {

    /** Under this name the order of a search's results is asked for. */
    private static final String RANK_PLACEMENT = "search";

    private static final int MOST_CONTEXT = 100;
    private static final int MOST_EXCLUDED = 1_000;

    private final Recommender recommender;
    private final Visits visits;
    private final Placements placements;
    private final Catalog catalog;
    private final RecommendProperties properties;
    private final RecommendMetrics metrics;
    private final AnswerIds ids;
    private final Experiments experiments;

    RecommendController(
            Recommender recommender,
            Visits visits,
            Placements placements,
            Catalog catalog,
            RecommendProperties properties,
            RecommendMetrics metrics,
            AnswerIds ids,
            Experiments experiments) {
        this.recommender = recommender;
        this.visits = visits;
        this.placements = placements;
        this.catalog = catalog;
        this.properties = properties;
        this.metrics = metrics;
        this.ids = ids;
        this.experiments = experiments;
    }

    /** A recommendation as the wire shows it. */
    record RecommendationAnswer(String recommendationId, String placement, String strategy, List<Item> items) {}

    /** One product of it; name, price and addresses where known. Scores compare within one answer only. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String productId,
            double score,
            String reason,
            @Nullable String name,
            @Nullable Money price,
            @Nullable String url,
            @Nullable String imageUrl) {}

    /** The products to put in order, and for whom. */
    record RankRequest(
            @Nullable String userId,
            @Nullable String anonymousId,
            @Nullable List<@Nullable String> productIds) {}

    @GetMapping
    RecommendationAnswer recommendations(
            @RequestParam(required = false) @Nullable String placement,
            @RequestParam(required = false) @Nullable String userId,
            @RequestParam(required = false) @Nullable String anonymousId,
            @RequestParam(required = false) @Nullable List<String> productId,
            @RequestParam(required = false) @Nullable List<String> cart,
            @RequestParam(required = false) @Nullable List<String> session,
            @RequestParam(required = false) @Nullable List<String> exclude,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable BigDecimal minPrice,
            @RequestParam(required = false) @Nullable BigDecimal maxPrice,
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable String referrer,
            @RequestParam(required = false) @Nullable Integer limit) {
        Timer.Sample sample = metrics.start();
        Placement place = placements.named(placement);
        int size = PageRequest.limit(limit, properties.standardLimit(), properties.greatestLimit());
        Visit visit = visits.of(id("userId", userId), id("anonymousId", anonymousId));
        Choice choice = experiments.choose(place, visit.shopper());
        Recommender.Answer answer = recommender.shelf(new Request(
                choice.placement(),
                visit,
                distinct("productId", productId == null ? List.of() : productId, MOST_CONTEXT),
                cart == null ? null : distinct("cart", cart, MOST_CONTEXT),
                session == null
                        ? null
                        : distinct("session", session.reversed(), MOST_CONTEXT).reversed(),
                RequestWords.of(query, category, referrer),
                RequestWords.range(category, minPrice, maxPrice),
                Set.copyOf(distinct("exclude", exclude == null ? List.of() : exclude, MOST_EXCLUDED)),
                size));
        metrics.answered(sample, place.name(), answer);
        return answer(place.name(), choice, answer, visit);
    }

    @PostMapping("/rank")
    RecommendationAnswer rank(@RequestBody RankRequest request) {
        Timer.Sample sample = metrics.start();
        if (request.productIds() == null || request.productIds().isEmpty()) {
            throw Problem.badRequest("products-missing", "productIds must name at least one product")
                    .with("field", "productIds");
        }
        List<String> productIds = distinct("productIds", request.productIds(), properties.rankLimit());
        Visit visit = visits.of(id("userId", request.userId()), id("anonymousId", request.anonymousId()));
        Choice choice = experiments.choose(placements.named(RANK_PLACEMENT), visit.shopper());
        Recommender.Answer answer = recommender.rank(choice.placement(), visit, productIds);
        metrics.answered(sample, Recommender.RANK, answer);
        return answer(Recommender.RANK, choice, answer, visit);
    }

    private RecommendationAnswer answer(String placement, Choice choice, Recommender.Answer answer, Visit visit) {
        List<Item> items =
                answer.items().stream().map(item -> item(item, answer)).toList();
        return new RecommendationAnswer(
                ids.of(placement, choice, answer, visit.shopper() != null),
                placement,
                answer.strategy().wire(answer.unknownProduct(), answer.outsideRange()),
                items);
    }

    private Item item(Candidate candidate, Recommender.Answer answer) {
        CatalogProduct product = answer.assortment().find(candidate.product());
        double score = Math.round(candidate.score() * 1e6) / 1e6;
        String reason = candidate.reason().text(answer.assortment()::nameOf);
        if (product == null) {
            return new Item(candidate.productId(), score, reason, null, null, null, null);
        }
        return new Item(
                candidate.productId(),
                score,
                reason,
                product.name(),
                catalog.priceOf(product),
                product.url(),
                product.imageUrl());
    }

    private static List<String> distinct(String field, List<? extends @Nullable String> productIds, int most) {
        if (productIds.size() > most) {
            throw Problem.badRequest(
                            "too-many-products",
                            field + " may name at most " + most + " products; it names " + productIds.size())
                    .with("field", field);
        }
        LinkedHashSet<String> distinct = new LinkedHashSet<>();
        for (String productId : productIds) {
            if (productId != null && !productId.isBlank()) {
                distinct.add(printable(field, productId));
            }
        }
        return List.copyOf(distinct);
    }

    private static @Nullable String id(String field, @Nullable String id) {
        if (id == null || id.isBlank()) {
            return null;
        }
        return printable(field, id);
    }

    /** No id holds control characters, and Postgres takes no NUL in a text. */
    private static String printable(String field, String id) {
        if (id.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badRequest("invalid-id", field + " must not hold control characters; send the id as it is")
                    .with("field", field);
        }
        return id;
    }
}
