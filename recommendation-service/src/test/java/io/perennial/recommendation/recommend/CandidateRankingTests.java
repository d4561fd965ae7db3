package io.perennial.recommendation.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.recommendation.history.History;
import io.perennial.recommendation.history.Interaction;
import io.perennial.recommendation.history.InteractionKind;
import io.perennial.recommendation.history.Signal;
import io.perennial.recommendation.history.SignalWeights;
import io.perennial.recommendation.neighbours.InteractionMatrix;
import io.perennial.recommendation.neighbours.ItemToItemParameters;
import io.perennial.recommendation.neighbours.ItemToItemTrainer;
import io.perennial.recommendation.placement.Placement;
import io.perennial.recommendation.popularity.PopularityModel;
import io.perennial.recommendation.popularity.PopularityTrainer;
import io.perennial.recommendation.repurchase.RepurchaseModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CandidateRankingTests {

    private static final Instant NOW = Instant.parse("2026-03-15T00:00:00Z");
    private static final SignalWeights WEIGHTS = new SignalWeights(1, 2, 3, 3, Duration.ofDays(30));
    private static final Placement HOME = Asked.placement("home", true, false);
    private static final Placement CART = Asked.placement("cart", false, true);

    /** Two tastes: lamp, vase, rug go together, and so do hat, scarf, glove. */
    private static CandidateRanking ranking() {
        InteractionMatrix.Builder matrix = new InteractionMatrix.Builder(10);
        for (int i = 0; i < 3; i++) {
            matrix.add(Map.of("lamp", 1.0, "vase", 1.0, "rug", 1.0));
            matrix.add(Map.of("hat", 1.0, "scarf", 1.0, "glove", 1.0));
        }
        matrix.add(Map.of("lamp", 1.0, "vase", 1.0));
        PopularityTrainer popularity = new PopularityTrainer(WEIGHTS, NOW);
        popularity.add(
                List.of(new Signal("hat", InteractionKind.ORDER, NOW), new Signal("lamp", InteractionKind.VIEW, NOW)));
        popularity.add(List.of(new Signal("drum", InteractionKind.ORDER, NOW.minus(Duration.ofDays(40)))));
        return new CandidateRanking(
                Asked.knowledge(
                        new ItemToItemTrainer(new ItemToItemParameters(10, 2, 0)).train(matrix.build()),
                        popularity.model()),
                WEIGHTS,
                100,
                200);
    }

    @Test
    void aShopperWhoBoughtALampSeesWhatGoesWithItAndWhy() {
        List<Candidate> near =
                ranking().near(Question.of(HOME, List.of(), history("lamp", InteractionKind.ORDER, 1), NOW));
        assertThat(near).extracting(Candidate::productId).containsExactly("vase", "rug");
        assertThat(near.getFirst().reason()).isEqualTo(new Reason.Because(InteractionKind.ORDER, "lamp"));
        assertThat(near.getFirst().reason().text(productId -> "WHITE METAL LANTERN"))
                .isEqualTo("Because you bought WHITE METAL LANTERN");
        assertThat(near).allSatisfy(candidate -> assertThat(candidate.score()).isBetween(0.0, 1.0));
    }

    @Test
    void whatTheyDidLatelyCountsMore() {
        History history = History.of(
                List.of(
                        new Interaction("lamp", InteractionKind.VIEW, NOW.minus(Duration.ofDays(90))),
                        new Interaction("hat", InteractionKind.VIEW, NOW)),
                10);
        List<Candidate> near = ranking().near(Question.of(HOME, List.of(), history, NOW));
        assertThat(near).extracting(Candidate::productId).startsWith("glove", "scarf");
    }

    @Test
    void aLongAbsenceDoesNotRoundATasteToNothing() {
        List<Candidate> near =
                ranking().near(Question.of(HOME, List.of(), history("lamp", InteractionKind.VIEW, 40_000), NOW));
        assertThat(near).extracting(Candidate::productId).containsExactly("vase", "rug");
    }

    @Test
    void theCartIsContextWhereThePlacementSaysSo() {
        History history = history("hat", InteractionKind.CART, 0);
        Question cart = Question.of(CART, List.of(), history, NOW);
        assertThat(ranking().near(cart).getFirst().reason()).isInstanceOf(Reason.class);
        assertThat(cart.surroundings()).containsExactly("hat");
        assertThat(cart.excluded(RepurchaseModel.EMPTY)).containsExactly("hat");
        Question home = Question.of(HOME, List.of(), history, NOW);
        assertThat(home.surroundings()).isEmpty();
        assertThat(home.excluded(RepurchaseModel.EMPTY))
                .as("what lies in the cart needs no shelf")
                .containsExactly("hat");
    }

    @Test
    void theProductLookedAtBringsItsNeighboursWithoutAnyHistory() {
        List<Candidate> near = ranking().near(Question.of(HOME, List.of("rug"), History.EMPTY, NOW));
        assertThat(near).extracting(Candidate::productId).containsExactlyInAnyOrder("lamp", "vase");
        assertThat(near.getFirst().reason()).isEqualTo(new Reason.GoesWith("rug"));
    }

    @Test
    void popularThisWeekIsSaidOnlyOfThisWeek() {
        CandidateRanking ranking = ranking();
        List<PopularityModel.Popular> popular = ranking.popular();
        assertThat(popular).extracting(PopularityModel.Popular::productId).containsExactly("hat", "drum", "lamp");
        assertThat(ranking.popular(popular.get(0), 1, NOW).reason().text(productId -> null))
                .isEqualTo("Popular this week");
        assertThat(ranking.popular(popular.get(1), 1, NOW).reason().text(productId -> null))
                .isEqualTo("Popular with other shoppers");
    }

    @Test
    void rankReturnsTheSameProductsTheShoppersOwnFirstThenPopularThenAsGiven() {
        Question question = Question.of(HOME, List.of(), history("lamp", InteractionKind.ORDER, 1), NOW);
        List<Candidate> ordered = ranking().ordered(List.of("x", "drum", "y", "hat", "rug", "vase"), question);
        assertThat(ordered).extracting(Candidate::productId).containsExactly("vase", "rug", "hat", "drum", "x", "y");
    }

    private static History history(String productId, InteractionKind kind, int daysAgo) {
        return History.of(List.of(new Interaction(productId, kind, NOW.minus(Duration.ofDays(daysAgo)))), 10);
    }
}
