package io.perennial.recommendation.recommend;

import io.perennial.recommendation.blend.BlendScorer;
import io.perennial.recommendation.content.ContentIndex;
import io.perennial.recommendation.history.Signal;
import io.perennial.recommendation.history.SignalWeights;
import io.perennial.recommendation.neighbours.ItemToItemScorer;
import io.perennial.recommendation.placement.Sources;
import io.perennial.recommendation.popularity.PopularityModel;
import io.perennial.recommendation.popularity.PopularityModel.Popular;
import io.perennial.recommendation.product.ProductNumbers;
import io.perennial.recommendation.product.Scored;
import io.perennial.recommendation.product.Weighted;
import io.perennial.recommendation.ranker.Feature;
import io.perennial.recommendation.repurchase.RepurchaseModel;
import io.perennial.recommendation.repurchase.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Ranks products for a question: what each source of the placement says, by its weight; then what is popular. Pure;
 * filters that need the catalog come after.
 */
final class CandidateRanking {

    private static final Duration WEEK = Duration.ofDays(7);

    private static final int MOST_ALIKE = 60;

    /** Products of the history that others are compared with by what is said of them, the heaviest. */
    private static final int MOST_COMPARED = 10;

    private final Knowledge knowledge;
    private final PopularityModel popularity;
    private final HistorySeeds historySeeds;
    private final int most;

    /** @param most candidates of a source */
    CandidateRanking(Knowledge knowledge, SignalWeights weights, int mostSeeds, int most) {
        this.knowledge = knowledge;
        this.popularity = knowledge.models().popularity();
        this.historySeeds = new HistorySeeds(weights, mostSeeds);
        this.most = most;
    }

    /** What the sources speak for, best first, scores in (0, 1]. */
    List<Candidate> near(Question question) {
        Sources sources = question.placement().sources();
        double personal = question.placement().personalWeight();
        double context = question.placement().contextWeight();
        ContentIndex content = knowledge.content();
        ItemToItemScorer neighbours = new ItemToItemScorer(knowledge.models().itemToItem());
        List<Signal> newestFirst = question.history().signals();
        Map<Integer, Signal> signals = HashMap.newHashMap(newestFirst.size());
        newestFirst.forEach(signal -> signals.put(ProductNumbers.find(signal.productId()), signal));
        List<Weighted> seeds = historySeeds.weighted(newestFirst);
        List<Weighted> surroundings = alike(question.surroundings());
        Function<Scored, Reason> because = scored -> because(scored, signals);
        Evidence evidence = new Evidence();
        evidence.add(
                Feature.BLEND,
                personal * sources.blend(),
                () -> new BlendScorer(knowledge.models().blend()).score(historySeeds.steps(newestFirst), most),
                because);
        evidence.add(Feature.NEIGHBOURS, personal * sources.neighbours(), () -> neighbours.score(seeds, most), because);
        evidence.add(
                Feature.NEIGHBOURS_OF_CONTEXT,
                context * sources.neighbours(),
                () -> neighbours.score(surroundings, most),
                scored -> new Reason.GoesWith(scored.because()));
        evidence.add(
                Feature.BASKET,
                context * sources.basket(),
                () -> new ItemToItemScorer(knowledge.models().basket()).score(surroundings, most),
                scored -> new Reason.BoughtTogether(scored.because()));
        evidence.add(
                Feature.SESSION, sources.session(), () -> next(question), scored -> next(scored, question, signals));
        evidence.add(
                Feature.CONTENT,
                personal * sources.content(),
                () -> content.like(HistorySeeds.heaviest(seeds, MOST_COMPARED), MOST_ALIKE),
                scored -> new Reason.Alike(scored.because(), true));
        evidence.add(
                Feature.CONTENT_OF_CONTEXT,
                context * sources.content(),
                () -> content.like(HistorySeeds.heaviest(surroundings, MOST_COMPARED), MOST_ALIKE),
                scored -> new Reason.Alike(scored.because(), false));
        String words = question.words();
        evidence.add(
                Feature.CONTENT_OF_CONTEXT,
                context * sources.content(),
                () -> words == null ? List.of() : content.matching(words, MOST_ALIKE),
                scored -> new Reason.Fits());
        evidence.add(
                Feature.REPURCHASE,
                personal * sources.repurchase(),
                () -> due(question),
                scored -> new Reason.Due(scored.productId()));
        return evidence.bestFirst();
    }

    private static Reason because(Scored scored, Map<Integer, Signal> signals) {
        Signal signal = Objects.requireNonNull(signals.get(scored.cause()), "seeds are signals");
        return new Reason.Because(signal.kind(), signal.productId());
    }

    /** Each of the same weight, those that anything is known of, in the order of their ids. */
    private static List<Weighted> alike(List<String> productIds) {
        return productIds.stream()
                .distinct()
                .sorted()
                .map(productId -> new Weighted(ProductNumbers.find(productId), 1))
                .filter(weighted -> weighted.product() != ProductNumbers.NONE)
                .toList();
    }

    /** What is not sold, or comes from what is not, has no number and is left out. */
    private List<Scored> next(Question question) {
        List<String> clicks = question.clicks();
        return knowledge.next().after(clicks, question.now(), most).stream()
                .filter(next -> !clicks.contains(next.productId())) // a shelf is for what they have not just looked at
                .map(next -> new Scored(
                        ProductNumbers.find(next.productId()), next.score(), ProductNumbers.find(next.because())))
                .filter(next -> next.product() != ProductNumbers.NONE && next.cause() != ProductNumbers.NONE)
                .toList();
    }

    private static Reason next(Scored next, Question question, Map<Integer, Signal> signals) {
        String because = next.because();
        return question.context().contains(because)
                ? new Reason.GoesWith(because)
                : new Reason.Next(because, signals.containsKey(next.cause()));
    }

    private List<Scored> due(Question question) {
        RepurchaseModel repurchase = knowledge.models().repurchase();
        if (!question.placement().returnDue()) {
            return List.of();
        }
        Map<String, Instant> ordered = question.history().orderedAt();
        List<Scored> due = new ArrayList<>();
        for (String productId : question.due(repurchase)) {
            int product = ProductNumbers.find(productId);
            Rhythm rhythm = repurchase.rhythmOf(productId);
            Instant at = ordered.get(productId);
            if (product != ProductNumbers.NONE && rhythm != null && at != null) {
                due.add(new Scored(product, rhythm.nearness(Duration.between(at, question.now())), product));
            }
        }
        return due;
    }

    /** What is popular, most popular first, with scores in (0, 1]; a lazily read view of the model. */
    List<Popular> popular() {
        return popularity.mostPopularFirst();
    }

    /** A popular product as a candidate, its score a share of {@code ceiling}. */
    Candidate popular(Popular popular, double ceiling, Instant now) {
        double greatest = popularity.greatest();
        double share = greatest > 0 ? popular.score() / greatest : 0;
        boolean thisWeek = Duration.between(popular.newest(), now).compareTo(WEEK) <= 0;
        return new Candidate(popular.productId(), ceiling * share, new Reason.Popular(thisWeek));
    }

    /** The given products, all of them, best for the shopper first; what nothing is known of keeps its place. */
    List<Candidate> ordered(List<String> productIds, Question question) {
        Map<String, Candidate> near = new HashMap<>();
        near(question).forEach(candidate -> near.put(candidate.productId(), candidate));
        double lowest = productIds.stream()
                .filter(near::containsKey)
                .mapToDouble(productId ->
                        near.getOrDefault(productId, nothing(productId)).score())
                .min()
                .orElse(1);
        List<Candidate> ordered = new ArrayList<>(productIds.size());
        for (String productId : productIds) {
            Candidate candidate = near.get(productId);
            Popular popular = popularity.find(ProductNumbers.find(productId));
            if (candidate != null) {
                ordered.add(candidate);
            } else if (popular != null) {
                ordered.add(popular(popular, lowest / 2, question.now()));
            } else {
                ordered.add(nothing(productId));
            }
        }
        ordered.sort(Comparator.comparingDouble(Candidate::score).reversed()); // stable
        return ordered;
    }

    private static Candidate nothing(String productId) {
        return new Candidate(productId, 0, new Reason.InTheRange());
    }
}
