package io.perennial.recommendation.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.recommendation.catalog.CatalogProduct;
import io.perennial.recommendation.placement.Diversity;
import io.perennial.recommendation.product.ProductNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiversifierTests {

    private static final List<Diversifier.Item> ITEMS = List.of(
            item("a1", 1.0, "Lumen", "Light"),
            item("a2", 0.9, "Lumen", "Light"),
            item("a3", 0.8, "Lumen", "Light"),
            item("b1", 0.7, "Weft", "Rugs"),
            item("b2", 0.6, "Weft", "Rugs"));

    @Test
    void withoutDiversityTheBestScoresStand() {
        assertThat(chosen(Diversity.NONE, 3)).containsExactly("a1", "a2", "a3");
        assertThat(chosen(new Diversity(1, 0, 5), 3)).containsExactly("a1", "a2", "a3");
    }

    /** By hand: at λ .5 a2 is worth .45 - .45 beside a1, b1 .35 - 0. */
    @Test
    void marginalRelevancePrefersWhatIsUnlike() {
        assertThat(chosen(new Diversity(0.5, 0, 0), 3)).containsExactly("a1", "b1", "a2");
    }

    @Test
    void capsHoldByBrandAndCategoryUntilTheShelfWouldStayShort() {
        assertThat(chosen(new Diversity(1, 1, 0), 2)).containsExactly("a1", "b1");
        assertThat(chosen(new Diversity(1, 0, 2), 4)).containsExactly("a1", "a2", "b1", "b2");
        assertThat(chosen(new Diversity(1, 1, 1), 4)).containsExactly("a1", "b1", "a2", "a3");
        assertThat(chosen(new Diversity(0, 1, 1), 10)).hasSize(5);
    }

    /** Every item compared with all that are chosen, each time anew. */
    @Test
    void whatIsChosenLazilyIsWhatComparingAllWouldChoose() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int size = 1 + random.nextInt(40);
            double[][] alike = new double[size][size];
            List<Diversifier.Item> items = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < i; j++) {
                    alike[i][j] = alike[j][i] = random.nextInt(5) / 4.0;
                }
                items.add(item("p" + i, (size - i) / 4 * 4 / (double) size, "brand " + i, "category " + i));
            }
            double lambda = random.nextInt(5) / 4.0 * 0.99;
            int limit = 1 + random.nextInt(size);

            assertThat(new Diversifier(new Diversity(lambda, 0, 0), ids -> (one, other) -> alike[one][other])
                            .choose(items, limit))
                    .as("seed %d", seed)
                    .isEqualTo(byComparingAll(items, alike, lambda, limit));
        }
    }

    private static List<Diversifier.Item> byComparingAll(
            List<Diversifier.Item> items, double[][] alike, double lambda, int limit) {
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < limit) {
            int best = -1;
            double greatest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < items.size(); i++) {
                int place = i;
                double nearest = chosen.stream()
                        .mapToDouble(other -> alike[place][other])
                        .max()
                        .orElse(0);
                double marginal = lambda * items.get(i).candidate().score() - (1 - lambda) * nearest;
                if (!chosen.contains(i) && marginal > greatest) {
                    greatest = marginal;
                    best = i;
                }
            }
            chosen.add(best);
        }
        return chosen.stream().map(items::get).toList();
    }

    private static List<String> chosen(Diversity diversity, int limit) {
        return new Diversifier(
                        diversity,
                        numbers -> (one, other) -> ProductNumbers.id(numbers[one])
                                                .charAt(0)
                                        == ProductNumbers.id(numbers[other]).charAt(0)
                                ? 0.9
                                : 0)
                .choose(ITEMS, limit).stream()
                        .map(item -> item.candidate().productId())
                        .toList();
    }

    private static Diversifier.Item item(String productId, double score, String brand, String category) {
        return new Diversifier.Item(
                new Candidate(ProductNumbers.shared(productId), score, new Reason.InTheRange()),
                new CatalogProduct(productId, null, category, brand, null, null, null, null, null, true, true, true));
    }
}
