package io.perennial.recommendation.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perennial.recommendation.catalog.ProductContent;
import io.perennial.recommendation.product.ProductNumbers;
import io.perennial.recommendation.product.Scored;
import io.perennial.recommendation.product.Weighted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContentIndexTests {

    private static final ContentBounds BOUNDS = new ContentBounds(40, 100);

    /** By hand: of four products two share both words, so each word weighs the same and the cosine is one. */
    @Test
    void theCosineOfTheSameWordsIsOneAndOfHalfOfThemTheirShare() {
        ContentIndex index = index(
                named("a", "red lantern"),
                named("b", "lantern red"),
                named("c", "blue lantern"),
                named("d", "blue rug"));
        assertThat(index.among(numbers("a", "b")).between(0, 1)).isCloseTo(1, within(1e-6));
        double lantern = weight(4, 3);
        double red = weight(4, 2);
        double blue = weight(4, 2);
        double cosine =
                lantern * lantern / Math.sqrt((lantern * lantern + red * red) * (lantern * lantern + blue * blue));
        assertThat(index.among(numbers("a", "c")).between(0, 1)).isCloseTo(cosine, within(1e-6));
        assertThat(index.like(weighted("a"), 10)).extracting(Scored::productId).containsExactly("b", "c");
    }

    @Test
    void attributesCategoriesBrandsAndPricesMakeProductsAlikeWithoutAWordInCommon() {
        ContentIndex index = index(
                product("a", "Aurora", "Home > Light", "Lumen", "10", Map.of("colour", "red")),
                product("b", "Borealis", "Home > Light", "Lumen", "11", Map.of("colour", "red")),
                product("c", "Cumulus", "Home > Rugs", "Weft", "90", Map.of("colour", "red")),
                product("d", "Dune", "Garden", "Weft", "90", Map.of()));
        assertThat(index.like(weighted("a"), 10)).extracting(Scored::productId).containsExactly("b", "c");
    }

    @Test
    void wordsFindProductsCategoriesAndBrands() {
        ContentIndex index = index(
                product("a", "Aurora", "Home > Light", "Lumen", "10", Map.of()),
                product("b", "Floor lanterns", "Home > Light", "Weft", "10", Map.of()),
                product("c", "Lantern", "Garden", "Weft", "10", Map.of()));
        assertThat(index.matching("LANTERN", 10)).extracting(Scored::productId).containsExactlyInAnyOrder("b", "c");
        assertThat(index.matching("home > light", 10))
                .extracting(Scored::productId)
                .startsWith("a", "b");
        assertThat(index.matching("weft", 10)).extracting(Scored::productId).containsExactlyInAnyOrder("b", "c");
        assertThat(index.matching("nothing of the sort", 10)).isEmpty();
        assertThat(index.matching("", 10)).isEmpty();
    }

    @Test
    void anyOrderOfTheProductsGivesTheSameAnswers() {
        long seed = System.nanoTime();
        System.out.println("ContentIndexTests seed " + seed);
        Random random = new Random(seed);
        List<ProductContent> products = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            products.add(
                    named("p" + i, "w" + random.nextInt(20) + " w" + random.nextInt(20) + " v" + random.nextInt(5)));
        }
        List<Scored> expected = index(products).like(Weighted.of(Map.of("p1", 1.0, "p2", 0.5)), 20);
        Collections.shuffle(products, random);
        assertThat(index(products).like(Weighted.of(Map.of("p1", 1.0, "p2", 0.5)), 20))
                .as("seed %d", seed)
                .isEqualTo(expected);
    }

    @Test
    void anEmptyCatalogAndUnknownProductsGiveNothing() {
        assertThat(ContentIndex.EMPTY.like(weighted("a"), 10)).isEmpty();
        assertThat(ContentIndex.EMPTY.matching("lantern", 10)).isEmpty();
        assertThat(ContentIndex.EMPTY.among(numbers("a", "b")).between(0, 1)).isZero();
    }

    /** BM25's weight of a name's word that stands in some of all products. */
    private static double weight(int products, int with) {
        double rareness = Math.log(1 + (products - with + 0.5) / (with + 0.5));
        return rareness * 2 * 2.2 / (2 + 1.2);
    }

    private static List<Weighted> weighted(String productId) {
        return Weighted.of(Map.of(productId, 1.0));
    }

    private static int[] numbers(String... productIds) {
        return Arrays.stream(productIds).mapToInt(ProductNumbers::of).toArray();
    }

    private static ContentIndex index(ProductContent... products) {
        return index(List.of(products));
    }

    private static ContentIndex index(List<ProductContent> products) {
        ContentIndexer indexer = new ContentIndexer(BOUNDS);
        products.forEach(indexer::add);
        return indexer.index();
    }

    private static ProductContent named(String productId, String name) {
        return new ProductContent(productId, name, null, null, null, null, null, Map.of());
    }

    private static ProductContent product(
            String productId,
            String name,
            String category,
            String brand,
            String price,
            Map<String, String> attributes) {
        return new ProductContent(productId, name, null, category, brand, new BigDecimal(price), null, attributes);
    }
}
