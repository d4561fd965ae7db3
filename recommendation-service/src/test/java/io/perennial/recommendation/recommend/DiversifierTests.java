package io.perennial.recommendation.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.recommendation.catalog.CatalogProduct;
import io.perennial.recommendation.placement.Diversity;
import java.util.List;
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

    private static List<String> chosen(Diversity diversity, int limit) {
        return new Diversifier(
                        diversity,
                        ids -> (one, other) ->
                                ids.get(one).charAt(0) == ids.get(other).charAt(0) ? 0.9 : 0)
                .choose(ITEMS, limit).stream()
                        .map(item -> item.candidate().productId())
                        .toList();
    }

    private static Diversifier.Item item(String productId, double score, String brand, String category) {
        return new Diversifier.Item(
                new Candidate(productId, score, new Reason.InTheRange()),
                new CatalogProduct(productId, null, category, brand, null, null, null, null, null, true, true, true));
    }
}
