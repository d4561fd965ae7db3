package io.perennial.recommendation.ranker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RankerTests {

    private static final EnumSet<Feature> ALL = EnumSet.allOf(Feature.class);

    /** Of what shoppers like: affinity counts, popularity counts against it, nothing else counts. */
    private static double taste(FeatureRow row) {
        return ShownShelves.logistic(-2 + 2.5 * row.root(Feature.AFFINITY) - 1 * row.root(Feature.POPULARITY));
    }

    @Test
    void aRowKeepsEachFeatureToAFifteenthOfItsRoot() {
        FeatureRow row = FeatureRow.NONE;
        for (Feature feature : Feature.values()) {
            row = row.with(feature, feature.place() / 15.0);
        }
        for (Feature feature : Feature.values()) {
            assertThat(row.root(feature)).isCloseTo(Math.sqrt(feature.place() / 15.0), within(1 / 30.0));
        }
        assertThat(row.with(Feature.BLEND, 0.01)).as("the greater stays").isEqualTo(row);
        assertThat(row.with(Feature.BLEND, 7).root(Feature.BLEND)).isEqualTo(1);
        assertThat(FeatureRow.NONE.with(Feature.STOCK, Double.NaN)).isEqualTo(FeatureRow.NONE);
    }

    @Test
    void relevanceAndExaminationAreFoundBehindShelvesThatWereSortedBySomethingElse() {
        ShownShelves shop = new ShownShelves(new Random(7), 0.8, RankerTests::taste);
        ShelfRanker ranker = new RankerTrainer(1).train(shop.sortedBy(Feature.BLEND, 0.5, 20_000), ALL);
        Map<Feature, Double> weights = ranker.weights();
        assertThat(weights.get(Feature.AFFINITY)).isCloseTo(2.5, within(0.2));
        assertThat(weights.get(Feature.POPULARITY)).isCloseTo(-1, within(0.2));
        assertThat(weights.get(Feature.BLEND))
                .as("sorted by it, liked for nothing")
                .isCloseTo(0, within(0.2));
        for (int place = 0; place < 10; place++) {
            assertThat(ranker.examination(place))
                    .as("place %d", place)
                    .isCloseTo(shop.examination(place), within(0.05));
        }
    }

    @Test
    void withoutPlacesWhatStoodOnTopWouldBeTakenForWhatIsLiked() {
        List<JudgedShelf> sorted =
                new ShownShelves(new Random(8), 0.8, RankerTests::taste).sortedBy(Feature.BLEND, 0.5, 5_000);
        List<JudgedShelf> placeless =
                sorted.stream().flatMap(RankerTests::alone).toList();
        assertThat(new RankerTrainer(1).train(placeless, ALL).weights().get(Feature.BLEND))
                .isGreaterThan(1);
    }

    private static Stream<JudgedShelf> alone(JudgedShelf shelf) {
        return IntStream.range(0, shelf.items().size())
                .mapToObj(place ->
                        new JudgedShelf(List.of(shelf.items().get(place)), 1, shelf.chosen() >>> place & 1, 0));
    }

    @Test
    void theSameShelvesGiveTheSameRankerAndAnArtefactKeepsIt() {
        List<JudgedShelf> shelves =
                new ShownShelves(new Random(9), 1, RankerTests::taste).sortedBy(Feature.FIXED, 0.5, 1_000);
        ShelfRanker ranker = new RankerTrainer(5).train(shelves, ALL);
        assertThat(new RankerTrainer(5).train(shelves, ALL)).hasToString(ranker.toString());
        byte[] bytes = RankerCodec.write(new RankerModel(Map.of("home", ranker)));
        assertThat(Objects.requireNonNull(RankerCodec.read(bytes).of("home"))).hasToString(ranker.toString());
        assertThat(RankerCodec.read(bytes).of("cart")).isNull();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> RankerCodec.read(cut)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aRankerHasToProveWorthIt() {
        RankerLearning learning = new RankerLearning(500, 1);
        ShownShelves tasteful = new ShownShelves(new Random(10), 1, RankerTests::taste);
        RankerLearning.Learnt learnt = learning.learn(tasteful.sortedBy(Feature.FIXED, 0.5, 3_000));
        assertThat(learnt.ranker()).isNotNull();
        assertThat(learnt.report().refused()).isNull();
        RankerReport.Gain gain = Objects.requireNonNull(learnt.report().evaluation());
        assertThat(gain.shelves()).isEqualTo(600);
        assertThat(gain.gain())
                .isGreaterThan(2 * gain.error())
                .isCloseTo(gain.fixedLogLoss() - gain.logLoss(), within(1e-9));
        assertThat(learnt.report().weights()).containsKey("content-of-context");

        RankerLearning.Learnt few = learning.learn(tasteful.sortedBy(Feature.FIXED, 0.5, 200));
        assertThat(few.ranker()).isNull();
        assertThat(few.report().refused()).contains("it takes 500");
    }

    @Test
    void whereTheFixedBlendSaysAllThereIsToSayNoRankerIsLearnt() {
        int refused = 0;
        for (int seed = 0; seed < 10; seed++) {
            ShownShelves fixed = new ShownShelves(
                    new Random(seed), 1, row -> ShownShelves.logistic(-2 + 2 * row.root(Feature.FIXED)));
            RankerLearning.Learnt learnt = new RankerLearning(200, 1).learn(fixed.sortedBy(Feature.FIXED, 0.5, 1_500));
            refused += learnt.ranker() == null ? 1 : 0;
        }
        assertThat(refused).isGreaterThanOrEqualTo(9);
    }

    @Test
    void whatIsBoughtCountsMoreThanWhatIsClicked() {
        FeatureRow clicked = FeatureRow.NONE.with(Feature.BLEND, 1);
        FeatureRow bought = FeatureRow.NONE.with(Feature.AFFINITY, 1);
        Random random = new Random(11);
        List<JudgedShelf> shelves = new ArrayList<>();
        for (int shelf = 0; shelf < 2_000; shelf++) {
            int boughtPlace = random.nextInt(2);
            int chosen = (random.nextInt(5) == 0 ? 1 : 0) | (random.nextInt(5) == 0 ? 2 : 0);
            shelves.add(new JudgedShelf(
                    boughtPlace == 0 ? List.of(bought, clicked) : List.of(clicked, bought),
                    0b11,
                    chosen,
                    chosen & (1 << boughtPlace)));
        }
        ShelfRanker ranker = new RankerTrainer(5).train(shelves, ALL);
        assertThat(ranker.relevance(bought)).isGreaterThan(2 * ranker.relevance(clicked));
    }
}
