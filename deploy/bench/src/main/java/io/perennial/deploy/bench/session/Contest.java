package io.perennial.deploy.bench.session;

import io.perennial.recommendation.session.NeighbourWeights;
import io.perennial.recommendation.session.NextClick;
import io.perennial.recommendation.session.SessionBounds;
import io.perennial.recommendation.session.SessionIndex;
import io.perennial.recommendation.session.SessionIndex.Click;
import io.perennial.recommendation.session.SessionScorer;
import io.perennial.recommendation.session.StepWeights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** Chooses each method's parameters among as many drawn at random, on the same validation: MRR@20 decides. */
final class Contest {

    private static final int LONGEST_SESSION = 64;

    /** Sessions of a product's list: half of what Kersbergen et al. 2022 serve with. */
    private static final int LISTS = 250;

    private final List<List<Click>> training;
    private final List<List<Click>> validation;
    private final int draws;

    Contest(List<List<Click>> training, List<List<Click>> validation, int draws) {
        this.training = training;
        this.validation = validation;
        this.draws = draws;
    }

    /** Similar sessions and steps, of the lists' newest so many. */
    record Ours(NeighbourWeights weights, StepWeights steps, int sessionsPerProduct) {

        NextItem.Ranking trained(List<List<Click>> sessions) {
            var scorer = scorer(index(sessions));
            return (clicks, now) -> scorer.score(clicks, now, NextItem.TOP).stream()
                    .map(NextClick::productId)
                    .toList();
        }

        SessionScorer scorer(SessionIndex index) {
            return new SessionScorer(index, weights, steps, sessionsPerProduct);
        }
    }

    static SessionIndex index(List<List<Click>> sessions) {
        var index = index(sessions.size(), 2500);
        sessions.forEach(index::add);
        return index;
    }

    static SessionIndex index(int sessions, int sessionsPerProduct) {
        return new SessionIndex(new SessionBounds(
                sessions, LONGEST_SESSION, sessionsPerProduct, Integer.MAX_VALUE, Duration.ofDays(365)));
    }

    Ours vStan() {
        var random = new Random(1);
        return best(Stream.generate(() -> vStan(random)).limit(draws).toList(), ours -> ours.trained(training));
    }

    /** V-STAN's best weights varied, what came before counting less, with steps; lists short enough to answer quickly. */
    Ours withSteps(Ours vStan) {
        var random = new Random(2);
        var about = (NeighbourWeights.VStan) vStan.weights;
        List<Ours> drawn = new ArrayList<>();
        for (var i = 0; i < draws; i++) {
            var steps = new StepWeights(
                    random.nextDouble() * 0.5,
                    1 + random.nextInt(15),
                    1 + random.nextInt(4),
                    random.nextDouble() * 0.7,
                    pick(random, 2, 5, 10, 20, 40));
            drawn.add(new Ours(varied(about, random), steps, LISTS));
        }
        return best(drawn, ours -> ours.trained(training));
    }

    ItemKnn itemKnn() {
        List<ItemKnn> all = new ArrayList<>();
        for (var shrinkage : new double[] {0, 5, 20, 50}) {
            for (var popular : new double[] {0.25, 0.5, 0.75}) {
                for (var earlier : new double[] {0, 0.3, 0.6, 0.9}) {
                    all.add(new ItemKnn(shrinkage, popular, earlier));
                }
            }
        }
        return best(all, parameters -> parameters.trained(training));
    }

    private <P> P best(List<P> all, Function<P, NextItem.Ranking> trained) {
        record Tried<P>(P parameters, double reciprocalRank) {}
        return all.parallelStream()
                .map(parameters -> new Tried<>(
                        parameters,
                        NextItem.measure(validation, trained.apply(parameters)).reciprocalRank()))
                .max(Comparator.comparingDouble(Tried::reciprocalRank))
                .orElseThrow()
                .parameters();
    }

    private static Ours vStan(Random random) {
        var weights = new NeighbourWeights.VStan(
                (int) pick(random, 50, 100, 200, 500, 1000, 1500),
                pick(random, 0.3, 0.5, 0.8, 1.5, 3, 6),
                pick(random, 1, 2.5, 5, 10, 20, 40),
                pick(random, 0.3, 0.5, 0.8, 1.5, 3, 6),
                pick(random, 0.3, 0.5, 0.8, 1.5, 3, 6),
                pick(random, 0, 0.1, 0.5, 1, 2, 5),
                1);
        return new Ours(weights, StepWeights.NONE, (int) pick(random, 250, 500, 1000, 2500));
    }

    private static NeighbourWeights.VStan varied(NeighbourWeights.VStan about, Random random) {
        return new NeighbourWeights.VStan(
                (int) Math.clamp(about.neighbours() * factor(random), 20, LISTS),
                about.clickSteps() * factor(random),
                about.sessionDays() * factor(random),
                about.matchSteps() * factor(random),
                about.distanceSteps() * factor(random),
                about.rareness() * factor(random),
                random.nextDouble());
    }

    private static double factor(Random random) {
        return Math.exp(random.nextGaussian() * 0.4);
    }

    private static double pick(Random random, double... values) {
        return values[random.nextInt(values.length)];
    }
}
