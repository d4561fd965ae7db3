package io.perennial.recommendation.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.recommendation.catalog.CatalogProduct;
import io.perennial.recommendation.catalog.Range;
import io.perennial.recommendation.placement.Filters;
import io.perennial.recommendation.placement.Rule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdmissionTests {

    private static final CatalogProduct LAMP = product("lamp", "Home > Light", "10", "0.3");

    @Test
    void thePlacementsFiltersHoldUntilNothingIsLeft() {
        Filters filters = new Filters(
                new BigDecimal("5"),
                new BigDecimal("20"),
                List.of("Light"),
                new BigDecimal("0.2"),
                2,
                Duration.ofDays(7));
        Admission admission = new Admission(
                Asked.placement(filters), Range.ALL, Map.of("seen", 3, "lamp", 2), Set.of("bought", "cart"));
        assertThat(admission.admits(LAMP)).isTrue();
        assertThat(admission.admits(product("seen", "Light", "10", "0.3"))).isFalse();
        assertThat(admission.admits(product("cheap", "Light", "4.99", "0.3"))).isFalse();
        assertThat(admission.admits(product("unpriced", "Light", null, "0.3"))).isFalse();
        assertThat(admission.admits(product("rug", "Home > Rugs", "10", "0.3"))).isFalse();
        assertThat(admission.admits(product("thin", "Light", "10", "0.1"))).isFalse();
        assertThat(admission.admits(product("unknown margin", "Light", "10", null)))
                .isTrue();
        assertThat(admission.admits(product("bought", "Light", "10", "0.3"))).isFalse();
        admission.relax(Set.of("cart"));
        assertThat(admission.admits(product("seen", "Rugs", "1", "0"))).isTrue();
        assertThat(admission.admits(product("bought", "Rugs", "1", "0"))).isTrue();
        assertThat(admission.admits(product("cart", "Light", "10", "0.3"))).isFalse();
    }

    @Test
    void theRequestsRangeHoldsAlways() {
        Range range = new Range(null, new BigDecimal("9"), "Home");
        Admission admission = new Admission(Asked.placement(Filters.NONE), range, Map.of(), Set.of());
        assertThat(admission.admits(LAMP)).isFalse();
        admission.relax(Set.of());
        assertThat(admission.admits(LAMP)).isFalse();
        assertThat(admission.admits(product("candle", "Home > Light", "9", null)))
                .isTrue();
    }

    @Test
    void rulesAboutAProductMultiply() {
        Admission admission = new Admission(
                Asked.placement(
                        Filters.NONE,
                        new Rule.Weigh(new Rule.Scope(null, "Light", null), 2),
                        new Rule.Weigh(new Rule.Scope(null, null, "LUMEN"), 0.5),
                        new Rule.Weigh(new Rule.Scope("rug", null, null), 0)),
                Range.ALL,
                Map.of(),
                Set.of());
        assertThat(admission.factor(LAMP)).isEqualTo(1);
        assertThat(admission.admits(product("rug", "Rugs", "10", null))).isFalse();
    }

    private static CatalogProduct product(
            String productId, String category, @Nullable String price, @Nullable String margin) {
        return new CatalogProduct(
                productId,
                null,
                category,
                "Lumen",
                price == null ? null : new BigDecimal(price),
                margin == null ? null : new BigDecimal(margin),
                null,
                null,
                null,
                true,
                true,
                true);
    }
}
