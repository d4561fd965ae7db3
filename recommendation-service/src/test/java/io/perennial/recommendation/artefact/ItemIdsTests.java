package io.perennial.recommendation.artefact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ItemIdsTests {

    @Test
    void everyIdIsFoundAndNoOther() {
        for (int size : new int[] {0, 1, 2, 7, 8, 9, 64, 1_000, 20_000}) {
            ItemIds ids = new ItemIds(IntStream.range(0, size)
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
        ItemIds ids = new ItemIds(alike);
        for (int item = 0; item < alike.length; item++) {
            assertThat(ids.indexOf(alike[item])).isEqualTo(item);
        }
        assertThat(ids.indexOf("AaAaAaAaAaAaAa")).isNegative();
    }

    @Test
    void twoModelsCallAProductByOneText() {
        char[] letters = {'p', '-', '1'};
        ItemIds one = new ItemIds(new String[] {String.valueOf(letters)});
        ItemIds other = new ItemIds(new String[] {String.valueOf(letters)});
        assertThat(one.id(0)).isSameAs(other.id(0));
    }
}
