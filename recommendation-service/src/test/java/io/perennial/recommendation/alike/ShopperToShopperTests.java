package io.perennial.recommendation.alike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.product.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ShopperToShopperTests {

    private static final ShopperBounds WIDE = new ShopperBounds(1_000, 100, 1_000);

    /** Ann: lamp, vase, rug. Bob: lamp, sofa. Cem: vase, rug, sofa, tray. */
    private static final List<Map<String, Double>> SHOP = List.of(
            Map.of("lamp", 1.0, "vase", 1.0, "rug", 1.0),
            Map.of("lamp", 1.0, "sofa", 1.0),
            Map.of("vase", 1.0, "rug", 1.0, "sofa", 1.0, "tray", 1.0));

    private static final Map<String, Double> ASKED = Map.of("lamp", 2.0, "vase", 1.0);

    /**
     * Computed by hand. Asked for lamp 2, vase 1, of length √5. Cosines: Ann 3/√(5×3) = .774597, Bob 2/√(5×2) = .632456,
     * Cem 1/√(5×4) = .223607. rug: Ann + Cem = .998203, of which lamp gave ⅔ of Ann's, .516398, vase the rest, .481805.
     * sofa: Bob + Cem = .856062, of lamp. tray: Cem, of vase. lamp and vase are the seeds'.
     */
    @Test
    void scoresAreAsComputedByHand() {
        List<Scored> scored = score(SHOP, new ShopperToShopperParameters(3, 1, 0.5), WIDE, ASKED);
        assertThat(scored).extracting(Scored::productId).containsExactly("lamp", "rug", "vase", "sofa", "tray");
        assertThat(scored).extracting(Scored::because).containsExactly("lamp", "lamp", "lamp", "lamp", "vase");
        assertThat(scored.get(0).score()).isCloseTo(1.407053, within(1e-6));
        assertThat(scored.get(1).score()).isCloseTo(.998203, within(1e-6));
        assertThat(scored.get(2).score()).isCloseTo(.998203, within(1e-6));
        assertThat(scored.get(3).score()).isCloseTo(.856062, within(1e-6));
        assertThat(scored.get(4).score()).isCloseTo(.223607, within(1e-6));
    }

    /** Squared, of the two nearest: Ann .6, Bob .4. */
    @Test
    void onlyTheNearestAreAskedAndLocalityMakesThemCountForMore() {
        List<Scored> scored = score(SHOP, new ShopperToShopperParameters(2, 2, 0.5), WIDE, ASKED);
        assertThat(scored).extracting(Scored::productId).containsExactly("lamp", "rug", "vase", "sofa");
        assertThat(scored.get(1).score()).isCloseTo(.6, within(1e-6));
        assertThat(scored.get(3).score()).isCloseTo(.4, within(1e-6));
    }

    /** At 1 a shopper's own length counts nothing: Ann 3/5, Bob 2/5, Cem 1/5. */
    @Test
    void asymmetrySparesShoppersWithMuch() {
        List<Scored> scored = score(SHOP, new ShopperToShopperParameters(3, 1, 1), WIDE, ASKED);
        assertThat(scored)
                .filteredOn(one -> one.productId().equals("tray"))
                .singleElement()
                .satisfies(tray -> assertThat(tray.score()).isCloseTo(.2, within(1e-6)));
    }

    @Test
    void whatNobodyTookOrIsUnknownSaysNothing() {
        ShopperToShopperParameters parameters = new ShopperToShopperParameters(3, 1, 0.5);
        assertThat(score(SHOP, parameters, WIDE, Map.of("unheard of", 3.0, "lamp", 0.0)))
                .isEmpty();
        assertThat(score(List.of(), parameters, WIDE, ASKED)).isEmpty();
    }

    @Test
    void theNewestShoppersTheHeaviestItemsAndTheNewestOfAListAreKept() {
        ShopperToShopperParameters all = new ShopperToShopperParameters(10, 1, 0.5);
        assertThat(score(SHOP, all, new ShopperBounds(1, 100, 100), ASKED))
                .extracting(Scored::productId)
                .containsExactlyInAnyOrder("vase", "rug", "sofa", "tray");
        assertThat(score(SHOP, all, new ShopperBounds(10, 100, 1), Map.of("lamp", 1.0)))
                .as("of those with a lamp Bob is the newest")
                .extracting(Scored::productId)
                .containsExactlyInAnyOrder("lamp", "sofa");
        assertThat(score(
                        List.of(Map.of("lamp", 1.0, "vase", 3.0, "rug", 2.0)),
                        all,
                        new ShopperBounds(10, 2, 10),
                        Map.of("vase", 1.0)))
                .extracting(Scored::productId)
                .containsExactly("vase", "rug");
    }

    @Test
    void ofShoppersEquallySimilarTheNewestAreAsked() {
        List<Map<String, Double>> twins = List.of(Map.of("lamp", 1.0, "old", 1.0), Map.of("lamp", 1.0, "new", 1.0));
        assertThat(score(twins, new ShopperToShopperParameters(1, 1, 0.5), WIDE, Map.of("lamp", 1.0)))
                .extracting(Scored::productId)
                .containsExactlyInAnyOrder("lamp", "new");
    }

    @Test
    void scoresAndReasonsAreThoseOfTheDefinitionOnRandomShops() {
        long seed = System.nanoTime();
        System.out.println("ShopperToShopperTests seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            List<Map<String, Double>> shop = new ArrayList<>();
            for (int shopper = random.nextInt(40); shopper >= 0; shopper--) {
                shop.add(row(random, 1 + random.nextInt(8)));
            }
            Map<String, Double> asked = row(random, 1 + random.nextInt(6));
            asked.keySet().removeIf(item -> shop.stream().noneMatch(row -> row.containsKey(item)));
            ShopperToShopperParameters parameters = new ShopperToShopperParameters(
                    1 + random.nextInt(20), random.nextInt(1, 5), random.nextInt(5) / 4.0);
            Reference reference = new Reference(shop, parameters, asked);
            if (reference.tied) {
                continue; // rounding decides who is asked, as with shoppers of one and the same product
            }
            List<Scored> scored = score(shop, parameters, WIDE, asked);
            assertThat(scored).as("seed %d, round %d", seed, round).hasSameSizeAs(reference.scores.keySet());
            double before = Double.MAX_VALUE;
            for (Scored one : scored) {
                double expected = reference.scores.getOrDefault(one.productId(), 0.0);
                assertThat(one.score())
                        .as("seed %d, round %d, %s", seed, round, one)
                        .isCloseTo(expected, within(1e-5 * expected))
                        .isLessThanOrEqualTo(before * (1 + 1e-6));
                assertThat(reference.given(one.productId(), one.because()))
                        .as("seed %d, round %d, %s", seed, round, one)
                        .isCloseTo(reference.mostGiven(one.productId()), within(1e-5 * expected));
                before = one.score();
            }
        }
    }

    @Test
    void allScoresAtOnceAreThoseOfTheList() {
        String[] items = {"lamp", "rug", "sofa", "tray", "vase"};
        ShopperToShopperModel model = new ShopperToShopperTrainer(WIDE).train(items, matrix(items, SHOP));
        ShopperToShopperScorer scorer = new ShopperToShopperScorer(model, new ShopperToShopperParameters(3, 2, 0.3));
        float[] scores = {9, 9, 9, 9, 9};
        scorer.score(matrix(items, List.of(ASKED)), 0, scores);
        assertThat(scorer.score(ASKED, 10))
                .hasSize(5)
                .allSatisfy(one -> assertThat((double) scores[List.of(items).indexOf(one.productId())])
                        .isCloseTo(one.score(), within(1e-6)));
    }

    /** The definition, computed from every shopper. */
    private static final class Reference {

        private final Map<String, Double> scores = new HashMap<>();
        private final Map<String, Map<String, Double>> bySeed = new HashMap<>();

        /** The last who is asked and the first who is not are equally similar, to rounding. */
        private final boolean tied;

        private record Near(Map<String, Double> row, double similarity, int age) {}

        Reference(List<Map<String, Double>> shop, ShopperToShopperParameters parameters, Map<String, Double> asked) {
            List<Near> all = new ArrayList<>();
            for (int i = 0; i < shop.size(); i++) {
                double similarity = dot(asked, shop.get(i))
                        / Math.pow(dot(asked, asked), parameters.asymmetry())
                        / Math.pow(dot(shop.get(i), shop.get(i)), 1 - parameters.asymmetry());
                if (similarity > 0) {
                    all.add(new Near(shop.get(i), similarity, shop.size() - i));
                }
            }
            all.sort(Comparator.comparingDouble(Near::similarity).reversed().thenComparingInt(Near::age));
            int asking = parameters.neighbours();
            tied = all.size() > asking
                    && all.get(asking - 1).similarity - all.get(asking).similarity < 1e-5 * all.get(asking).similarity;
            for (Near near : all.subList(0, Math.min(parameters.neighbours(), all.size()))) {
                double say = Math.pow(near.similarity, parameters.locality());
                near.row.forEach((item, weight) -> {
                    scores.merge(item, say * weight, Double::sum);
                    asked.forEach((seed, own) -> bySeed.computeIfAbsent(item, first -> new HashMap<>())
                            .merge(
                                    seed,
                                    say * weight * own * near.row.getOrDefault(seed, 0.0) / dot(asked, near.row),
                                    Double::sum));
                });
            }
        }

        double given(String item, String seed) {
            return bySeed.getOrDefault(item, Map.of()).getOrDefault(seed, 0.0);
        }

        double mostGiven(String item) {
            return bySeed.getOrDefault(item, Map.of()).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
        }

        private static double dot(Map<String, Double> one, Map<String, Double> other) {
            return one.entrySet().stream()
                    .mapToDouble(cell -> cell.getValue() * other.getOrDefault(cell.getKey(), 0.0))
                    .sum();
        }
    }

    /** Weights no two of which are alike. */
    private static Map<String, Double> row(Random random, int size) {
        Map<String, Double> row = new HashMap<>();
        for (int i = 0; i < size; i++) {
            row.put("item" + random.nextInt(12), 0.1 + random.nextDouble());
        }
        return row;
    }

    private static List<Scored> score(
            List<Map<String, Double>> shop,
            ShopperToShopperParameters parameters,
            ShopperBounds bounds,
            Map<String, Double> asked) {
        String[] items = shop.stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .sorted()
                .toArray(String[]::new);
        ShopperToShopperModel model = new ShopperToShopperTrainer(bounds).train(items, matrix(items, shop));
        return new ShopperToShopperScorer(model, parameters).score(asked, 100);
    }

    private static SparseMatrix matrix(String[] items, List<Map<String, Double>> shop) {
        SparseMatrix.Builder rows = new SparseMatrix.Builder(items.length);
        for (Map<String, Double> row : shop) {
            new TreeMap<>(row).forEach((item, weight) -> rows.add(List.of(items).indexOf(item), weight.floatValue()));
            rows.endRow();
        }
        return rows.build();
    }
}
