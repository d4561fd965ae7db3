package io.perennial.recommendation.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedRowTests {

    private static final Currency GBP = Currency.getInstance("GBP");

    @Test
    void aBadRowIsNamedByFieldAndFix() {
        assertRejected(Map.of("name", "Lantern"), "productId");
        assertRejected(Map.of("productId", " "), "productId");
        assertRejected(Map.of("productId", "p1", "price", -1), "price");
        assertRejected(Map.of("productId", "p1", "price", "cheap"), "price");
        assertRejected(Map.of("productId", "p1", "price", Map.of("amount", "3", "currency", "EUR")), "price");
        assertRejected(Map.of("productId", "p1", "stock", 1.5), "stock");
        assertRejected(Map.of("productId", "p1", "stock", -1), "stock");
        assertRejected(Map.of("productId", "p1", "available", "yes"), "available");
        assertRejected(Map.of("productId", "p1", "url", "javascript:alert(1)"), "url");
        assertRejected(Map.of("productId", "p1", "name", "x".repeat(301)), "name");
        assertRejected(Map.of("productId", "p1", "description", "x".repeat(5001)), "description");
        assertRejected(Map.of("productId", "p1", "margin", 40), "margin");
        assertRejected(Map.of("productId", "p1", "language", "the English one"), "language");
        assertRejected(Map.of("productId", "p1", "category", List.of()), "category");
        assertRejected(Map.of("productId", "p1", "attributes", "red"), "attributes");
        assertRejected(Map.of("productId", "p1", "attributes", Map.of("size", Map.of("w", 1))), "attributes");
        Map<String, Object> million = new HashMap<>();
        IntStream.range(0, 1_000_000).forEach(i -> million.put("a" + i, i));
        assertRejected(Map.of("productId", "p1", "attributes", million), "attributes");
        assertRejected("p1", "products");
        assertRejected(null, "products");
    }

    @Test
    void numbersMayBeTextsAndUnknownFieldsAreIgnored() {
        FeedRow row = FeedRow.read(
                Map.of("productId", 85123, "price", "3.50", "stock", "7", "colour", "white", "available", true), GBP);
        assertThat(row).isInstanceOfSatisfying(FeedRow.Accepted.class, accepted -> {
            assertThat(accepted.productId()).isEqualTo("85123");
            assertThat(accepted.fields()).containsOnlyKeys("price", "stock", "available");
        });
    }

    @Test
    void categoriesMayBePathsAndAttributesListsOrNumbers() {
        FeedRow row = FeedRow.read(
                Map.of(
                        "productId",
                        "p1",
                        "category",
                        List.of("Home", "Light"),
                        "margin",
                        "0.4",
                        "language",
                        "pt-BR",
                        "description",
                        "line one\nline two",
                        "attributes",
                        Map.of("colour", List.of("red", "white"))),
                GBP);
        assertThat(row)
                .isInstanceOfSatisfying(
                        FeedRow.Accepted.class,
                        accepted -> assertThat(accepted.fields())
                                .containsEntry("category", "Home > Light")
                                .containsEntry("margin", new BigDecimal("0.4"))
                                .containsEntry("description", "line one line two")
                                .containsEntry("attributes", Map.of("colour", "red, white")));
    }

    @Test
    void aRangeHoldsWhatLiesBelowItsCategory() {
        assertThat(Range.within("Home > Light > Lanterns", "light")).isTrue();
        assertThat(Range.within("Home/Light", "Home > Light")).isTrue();
        assertThat(Range.within("Home > Lighthouse", "Light")).isFalse();
        assertThat(Range.within("Light > Home", "Home > Light")).isFalse();
        assertThat(Range.within(null, "Home")).isFalse();
    }

    @Test
    void anExplicitNullTakesBackAndALaterRowOfTheSameProductLiesOver() {
        Map<String, @Nullable Object> taken = new HashMap<>();
        taken.put("productId", "p1");
        taken.put("stock", null);
        FeedRow.Accepted first =
                (FeedRow.Accepted) FeedRow.read(Map.of("productId", "p1", "stock", 0, "name", "A"), GBP);
        FeedRow.Accepted second = (FeedRow.Accepted) FeedRow.read(taken, GBP);
        assertThat(first.then(second).fields()).containsEntry("stock", null).containsEntry("name", "A");
    }

    @Test
    void whateverStandsInARowGetsAVerdict() {
        long seed = System.nanoTime();
        System.out.println("FeedRowTests seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("productId", anything(random, 0));
            for (FeedField field : FeedField.values()) {
                if (random.nextBoolean()) {
                    row.put(field.json(), anything(random, 0));
                }
            }
            assertThat(FeedRow.read(row, GBP)).as("seed %d, %s", seed, row).isNotNull();
        }
    }

    private static @Nullable Object anything(Random random, int depth) {
        return switch (random.nextInt(depth > 1 ? 7 : 9)) {
            case 0 -> null;
            case 1 -> random.nextInt();
            case 2 -> random.nextDouble() * Math.pow(10, random.nextInt(600) - 300);
            case 3 -> "1e" + random.nextInt();
            case 4 -> random.nextBoolean();
            case 5 -> random.nextBoolean() ? Double.NaN : Double.NEGATIVE_INFINITY;
            case 6 ->
                random.ints(random.nextInt(400), 0, 0xFFFF)
                        .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
                        .toString();
            case 7 -> {
                List<@Nullable Object> list = new ArrayList<>();
                list.add(anything(random, depth + 1));
                yield list;
            }
            default -> {
                Map<String, @Nullable Object> map = new HashMap<>();
                map.put("amount", anything(random, depth + 1));
                map.put("currency", "GBP");
                yield map;
            }
        };
    }

    private static void assertRejected(@Nullable Object row, String field) {
        assertThat(FeedRow.read(row, GBP)).isInstanceOfSatisfying(FeedRow.Rejected.class, rejected -> {
            assertThat(rejected.field()).isEqualTo(field);
            assertThat(rejected.detail()).isNotBlank();
        });
    }
}
