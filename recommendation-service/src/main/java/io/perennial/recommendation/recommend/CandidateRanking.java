package io.perennial.recommendation.recommend;

import io.perennial.recommendation.blend.BlendModel;
import io.perennial.recommendation.blend.BlendScorer;
import io.perennial.recommendation.content.Alike;
import io.perennial.recommendation.history.Signal;
import io.perennial.recommendation.history.SignalWeights;
import io.perennial.recommendation.neighbours.ItemToItemModel;
import io.perennial.recommendation.neighbours.ItemToItemScorer;
import io.perennial.recommendation.neighbours.Scored;
import io.perennial.recommendation.placement.Sources;
import io.perennial.recommendation.popularity.PopularityModel;
import io.perennial.recommendation.popularity.PopularityModel.Popular;
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
        BlendModel blend = knowledge.models().blend();
        ItemToItemModel neighbours = knowledge.models().itemToItem();
        List<Signal> newestFirst = question.history().signals();
        Map<String, Signal> signals = new HashMap<>();
        newestFirst.forEach(signal -> signals.put(signal.productId(), signal));
        Map<String, Double> seeds = historySeeds.weighted(newestFirst);
        Map<String, Double> surroundings = new HashMap<>();
        question.surroundings().forEach(productId -> surroundings.put(productId, 1.0));
        Evidence evidence = new Evidence();
        evidence.add(
                Feature.BLEND,
                because(new BlendScorer(blend).score(historySeeds.steps(newestFirst), most), signals),
                personal * sources.blend());
        evidence.add(
                Feature.NEIGHBOURS,
                because(new ItemToItemScorer(neighbours).score(seeds, most), signals),
                personal * sources.neighbours());
        evidence.add(Feature.NEIGHBOURS_OF_CONTEXT, goesWith(neighbours, surroundings), context * sources.neighbours());
        evidence.add(Feature.BASKET, boughtTogether(surroundings), context * sources.basket());
        evidence.add(Feature.SESSION, next(question, signals), sources.session());
        evidence.add(Feature.CONTENT, alike(seeds, true), personal * sources.content());
        evidence.add(Feature.CONTENT_OF_CONTEXT, alike(surroundings, false), context * sources.content());
        evidence.add(Feature.CONTENT_OF_CONTEXT, fitting(question), context * sources.content());
        evidence.add(Feature.REPURCHASE, due(question), personal * sources.repurchase());
        return evidence.bestFirst();
    }

    private static List<Candidate> because(List<Scored> bestFirst, Map<String, Signal> signals) {
        List<Candidate> candidates = new ArrayList<>(bestFirst.size());
        for (Scored scored : bestFirst) {
            Signal because = signals.get(scored.because());
            if (because != null) {
                candidates.add(new Candidate(
                        scored.productId(), scored.score(), new Reason.Because(because.kind(), because.productId())));
            }
        }
        return candidates;
    }

    private List<Candidate> goesWith(ItemToItemModel model, Map<String, Double> surroundings) {
        return new ItemToItemScorer(model)
                .score(surroundings, most).stream()
                        .map(scored -> new Candidate(
                                scored.productId(), scored.score(), new Reason.GoesWith(scored.because())))
                        .toList();
    }

    private List<Candidate> boughtTogether(Map<String, Double> surroundings) {
        return new ItemToItemScorer(knowledge.models().basket())
                .score(surroundings, most).stream()
                        .map(scored -> new Candidate(
                                scored.productId(), scored.score(), new Reason.BoughtTogether(scored.because())))
                        .toList();
    }

    private List<Candidate> next(Question question, Map<String, Signal> signals) {
        List<String> clicks = question.clicks();
        return knowledge.next().after(clicks, question.now(), most).stream()
                .filter(next -> !clicks.contains(next.productId())) // a shelf is for what they have not just looked at
                .map(next -> new Candidate(
                        next.productId(),
                        next.score(),
                        question.context().contains(next.because())
                                ? new Reason.GoesWith(next.because())
                                : new Reason.Next(next.because(), signals.containsKey(next.because()))))
                .toList();
    }

    private List<Candidate> alike(Map<String, Double> seeds, boolean personal) {
        List<String> products = new ArrayList<>();
        List<Double> productWeights = new ArrayList<>();
        HistorySeeds.heaviest(seeds, MOST_COMPARED).forEach(seed -> {
            products.add(seed.getKey());
            productWeights.add(seed.getValue());
        });
        List<Candidate> candidates = new ArrayList<>();
        for (Alike alike : knowledge.content().like(products, productWeights, MOST_ALIKE)) {
            candidates.add(new Candidate(
                    alike.productId(), alike.score(), new Reason.Alike(products.get(alike.because()), personal)));
        }
        return candidates;
    }

    private List<Candidate> fitting(Question question) {
        String words = question.words();
        return words == null
                ? List.of()
                : knowledge.content().matching(words, MOST_ALIKE).stream()
                        .map(alike -> new Candidate(alike.productId(), alike.score(), new Reason.Fits()))
                        .toList();
    }

    private List<Candidate> due(Question question) {
        RepurchaseModel repurchase = knowledge.models().repurchase();
        if (!question.placement().returnDue()) {
            return List.of();
        }
        Map<String, Instant> ordered = question.history().orderedAt();
        List<Candidate> candidates = new ArrayList<>();
        for (String productId : question.due(repurchase)) {
            Rhythm rhythm = repurchase.rhythmOf(productId);
            Instant at = ordered.get(productId);
            if (rhythm != null && at != null) {
                double nearness = rhythm.nearness(Duration.between(at, question.now()));
                candidates.add(new Candidate(productId, nearness, new Reason.Due(productId)));
            }
        }
        return candidates;
    }

    /** What is popular, most popular first, with scores in (0, 1]; a lazily read view of the model. */
    List<Popular> popular() {
        return popularity.mostPopularFirst();
    }

    /** A popular product as a candidate, its score a share of {@code ceiling}. */
    Candidate popular(Popular popular, double ceiling, Instant now) {
        List<Popular> all = popularity.mostPopularFirst();
        double most = all.isEmpty() ? 0 : all.getFirst().score();
        double share = most > 0 ? popular.score() / most : 0;
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
            Popular popular = popularity.find(productId);
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
