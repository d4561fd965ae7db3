package io.perennial.recommendation.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberedProductsTests {

    @Test
    void everyIdIsFoundAndNoOther() {
        for (int size : new int[] {0, 1, 2, 7, 8, 9, 64, 1_000, 20_000}) {
            NumberedProducts ids = new NumberedProducts(IntStream.range(0, size)
                    .mapToObj(item -> "product-" + item * 3)
                    .toArray(String[]::new));
            assertThat(ids.size()).isEqualTo(size);
            for (int item = 0; item < size; item++) {
                assertThat(ids.indexOf("product-" + item * 3)).isEqualTo(item);
                assertThat(ids.id(item)).isEqualTo("product-" + item * 3);
            }
            for (int other = 0; other < 100; other++) {
                assertThat(ids.indexOf("product-" + (other * 3 + 1))).isNegative();
            }
        }
    }

    @Test
    void idsOfOneHashAreToldApart() {
        // "Aa" and "BB" have one hash, and so has every text of as many of them.
        String[] alike = IntStream.range(0, 64)
                .mapToObj(item ->
                        Integer.toBinaryString(64 + item).replace("0", "Aa").replace("1", "BB"))
                .toArray(String[]::new);
        NumberedProducts ids = new NumberedProducts(alike);
        for (int item = 0; item < alike.length; item++) {
            assertThat(ids.indexOf(alike[item])).isEqualTo(item);
        }
        assertThat(ids.indexOf("AaAaAaAaAaAaAa")).isNegative();
    }

    @Test
    void twoModelsCallAProductByOneNumberAndOneText() {
        char[] letters = {'p', '-', '1'};
        NumberedProducts one = new NumberedProducts(new String[] {String.valueOf(letters)});
        NumberedProducts other = new NumberedProducts(new String[] {String.valueOf(letters)});
        assertThat(one.product(0)).isEqualTo(other.product(0));
        assertThat(one.id(0)).isSameAs(other.id(0));
    }

    @Test
    void whatIsLookedForGetsNoNumberAndIsNoneOfAModels() {
        assertThat(ProductNumbers.find("sent by anybody")).isEqualTo(ProductNumbers.NONE);
        assertThat(ProductNumbers.find("sent by anybody")).isEqualTo(ProductNumbers.NONE);
        NumberedProducts before = new NumberedProducts(new String[] {"numbered first"});
        int later = ProductNumbers.of("numbered later");
        assertThat(before.itemOf(later)).isNegative();
        assertThat(before.itemOf(ProductNumbers.NONE)).isNegative();
    }

    @Test
    void threadsThatNumberTheSameProductsAgreeAndLeaveNoGaps() {
        int before = ProductNumbers.of("before all of them");
        List<int[]> seen = IntStream.range(0, 8)
                .parallel()
                .mapToObj(thread -> IntStream.range(0, 5_000)
                        .map(item -> ProductNumbers.of("raced-" + (item + thread * 600) % 5_000))
                        .sorted()
                        .toArray())
                .toList();
        assertThat(seen)
                .allSatisfy(numbers -> assertThat(numbers)
                        .isEqualTo(IntStream.rangeClosed(before + 1, before + 5_000)
                                .toArray()));
        IntStream.range(0, 5_000)
                .forEach(item -> assertThat(ProductNumbers.id(ProductNumbers.find("raced-" + item)))
                        .isEqualTo("raced-" + item));
    }
}
