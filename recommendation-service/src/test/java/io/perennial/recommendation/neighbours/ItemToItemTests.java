package io.perennial.recommendation.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perennial.recommendation.product.Scored;
import io.perennial.recommendation.product.Weighted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ItemToItemTests {

    /**
     * Computed by hand. Rows, scaled to length one: Ann bought lamp 3 and vase 4 → lamp .6, vase .8; Bob the same the
     * other way round → lamp .8, vase .6; Cem lamp 1 and rug 0 left out → lamp 1; Dan vase 3, rug 4 → vase .6, rug .8.
     * Columns: |lamp|² = .36+.64+1 = 2, |vase|² = .64+.36+.36 = 1.36, |rug|² = .64. lamp·vase = .48+.48 = .96 by two
     * shoppers: .96/√2.72 = .582086 × 2/(2+1) = .388058. vase·rug = .48 by one: .48/√(1.36×.64) = .514496 × 1/2 = .257248.
     */
    private static ItemToItemModel golden(int supportFloor) {
        InteractionMatrix matrix = new InteractionMatrix.Builder(10)
                .add(Map.of("lamp", 3.0, "vase", 4.0))
                .add(Map.of("lamp", 4.0, "vase", 3.0))
                .add(Map.of("lamp", 7.0, "rug", 0.0))
                .add(Map.of("vase", 3.0, "rug", 4.0))
                .build();
        return new ItemToItemTrainer(new ItemToItemParameters(10, supportFloor, 1)).train(matrix);
    }

    @Test
    void neighboursAreAsComputedByHand() {
        ItemToItemModel model = golden(1);
        assertThat(model.neighboursOf("lamp")).hasSize(1);
        assertThat(model.neighboursOf("lamp").getFirst().productId()).isEqualTo("vase");
        assertThat(model.neighboursOf("lamp").getFirst().similarity()).isCloseTo(.388058f, within(1e-6f));
        assertThat(model.neighboursOf("vase"))
                .extracting(ItemToItemModel.Neighbour::productId)
                .containsExactly("lamp", "rug");
        assertThat(model.neighboursOf("vase").get(1).similarity()).isCloseTo(.257248f, within(1e-6f));
        assertThat(model.neighboursOf("unheard of")).isEmpty();
    }

    @Test
    void pairsBelowTheSupportFloorAreLeftOut() {
        assertThat(golden(2).neighboursOf("rug")).isEmpty();
        assertThat(golden(2).neighboursOf("vase"))
                .extracting(ItemToItemModel.Neighbour::productId)
                .containsExactly("lamp");
    }

    @Test
    void scoresAreSeedWeightsTimesSimilaritiesAndNameTheStrongestSeed() {
        List<Scored> scored =
                new ItemToItemScorer(golden(1)).score(Weighted.of(Map.of("lamp", 2.0, "rug", 1.0, "unknown", 5.0)), 10);
        assertThat(scored).hasSize(1);
        assertThat(scored.getFirst().productId()).isEqualTo("vase");
        assertThat(scored.getFirst().score()).isCloseTo(2 * .388058 + .257248, within(1e-5));
        assertThat(scored.getFirst().because()).isEqualTo("lamp");
    }

    @Test
    void similaritiesAreThoseOfTheDefinitionOnRandomMatrices() {
        long seed = System.nanoTime();
        System.out.println("ItemToItemTests seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            List<Map<String, Double>> rows = rows(random);
            InteractionMatrix.Builder builder = new InteractionMatrix.Builder(100);
            rows.forEach(builder::add);
            ItemToItemModel model = new ItemToItemTrainer(new ItemToItemParameters(100, 2, 3)).train(builder.build());
            for (int item = 0; item < model.products(); item++) {
                String one = model.items.id(item);
                for (ItemToItemModel.Neighbour neighbour : model.neighboursOf(one)) {
                    assertThat((double) neighbour.similarity())
                            .as("seed %d, round %d, %s and %s", seed, round, one, neighbour.productId())
                            .isCloseTo(byDefinition(rows, one, neighbour.productId()), within(1e-5));
                }
                assertThat(model.neighboursOf(one).size()).isEqualTo(partners(rows, one));
            }
        }
    }

    @Test
    void theBestNeighboursAreKeptAndTiesGoByProductId() {
        InteractionMatrix.Builder builder = new InteractionMatrix.Builder(100);
        for (int i = 0; i < 3; i++) {
            builder.add(Map.of("a", 1.0, "b", 1.0, "c", 1.0, "d", 1.0));
        }
        builder.add(Map.of("a", 1.0, "d", 1.0));
        ItemToItemModel model = new ItemToItemTrainer(new ItemToItemParameters(2, 1, 0)).train(builder.build());
        assertThat(model.neighboursOf("a"))
                .extracting(ItemToItemModel.Neighbour::productId)
                .containsExactly("d", "b");
    }

    @Test
    void oneShopperWithAThousandProductsIsCutToTheHeaviest() {
        Map<String, Double> wholesaler = new HashMap<>();
        for (int i = 0; i < 1100; i++) {
            wholesaler.put("p" + i, 1.0 + i);
        }
        InteractionMatrix matrix =
                new InteractionMatrix.Builder(200).add(wholesaler).build();
        assertThat(matrix.cells()).isEqualTo(200);
        assertThat(matrix.items).contains("p1099").doesNotContain("p0");
    }

    @Test
    void aModelSurvivesItsBytesAndBytesCutShortAreRefused() {
        ItemToItemModel model = golden(1);
        byte[] bytes = ItemToItemCodec.write(model);
        ItemToItemModel read = ItemToItemCodec.read(bytes);
        assertThat(read.neighboursOf("vase")).isEqualTo(model.neighboursOf("vase"));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> ItemToItemCodec.read(cut)).isInstanceOf(IllegalStateException.class);
        }
        bytes[3]++;
        assertThatThrownBy(() -> ItemToItemCodec.read(bytes))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("format");
    }

    @Test
    void noDataAtAllGivesAModelThatKnowsNothing() {
        ItemToItemModel model = new ItemToItemTrainer(new ItemToItemParameters(10, 2, 10))
                .train(new InteractionMatrix.Builder(10).build());
        assertThat(model.products()).isZero();
        assertThat(new ItemToItemScorer(model).score(Weighted.of(Map.of("a", 1.0)), 10))
                .isEmpty();
    }

    private static List<Map<String, Double>> rows(Random random) {
        List<Map<String, Double>> rows = new ArrayList<>();
        for (int r = 0; r < 20; r++) {
            Map<String, Double> row = new HashMap<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                row.put("p" + random.nextInt(8), 0.1 + random.nextDouble() * 5);
            }
            rows.add(row);
        }
        return rows;
    }

    private static double byDefinition(List<Map<String, Double>> rows, String one, String other) {
        double dot = 0;
        double lengthOne = 0;
        double lengthOther = 0;
        int common = 0;
        for (Map<String, Double> row : rows) {
            double length =
                    Math.sqrt(row.values().stream().mapToDouble(w -> w * w).sum());
            double a = row.getOrDefault(one, 0.0) / Math.max(length, 1e-9);
            double b = row.getOrDefault(other, 0.0) / Math.max(length, 1e-9);
            dot += a * b;
            lengthOne += a * a;
            lengthOther += b * b;
            common += a > 0 && b > 0 ? 1 : 0;
        }
        return dot / Math.sqrt(lengthOne * lengthOther) * common / (common + 3);
    }

    private static int partners(List<Map<String, Double>> rows, String one) {
        Map<String, Integer> common = new HashMap<>();
        for (Map<String, Double> row : rows) {
            if (row.containsKey(one)) {
                row.keySet().forEach(other -> common.merge(other, 1, Integer::sum));
            }
        }
        common.remove(one);
        return (int) common.values().stream().filter(count -> count >= 2).count();
    }
}
