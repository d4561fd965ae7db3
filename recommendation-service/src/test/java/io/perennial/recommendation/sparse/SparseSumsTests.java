package io.perennial.recommendation.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SparseSumsTests {

    @Test
    void theGreatestSumsComeFirstWhateverTheirNumber() {
        long seed = System.nanoTime();
        System.out.println("SparseSumsTests seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            SparseSums sums = new SparseSums();
            Map<Integer, Double> expected = new HashMap<>();
            int additions = random.nextInt(2_000);
            for (int i = 0; i < additions; i++) {
                int key = random.nextInt(500) * (random.nextBoolean() ? 1 : 4_096);
                int amount = random.nextInt(4);
                sums.add(key, amount, i);
                expected.merge(key, (double) amount, Double::sum);
            }
            int most = random.nextInt(600);
            List<Integer> keys = expected.entrySet().stream()
                    .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(most)
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(Arrays.stream(sums.greatest(most)).map(sums::key).boxed())
                    .as("seed %d, round %d", seed, round)
                    .containsExactlyElementsOf(keys);
        }
    }

    @Test
    void theGreatestAmountIsTheCause() {
        SparseSums sums = new SparseSums();
        sums.add(7, 1, 1);
        sums.add(7, 3, 2);
        sums.add(7, 2, 3);
        assertThat(sums.total(0)).isEqualTo(6);
        assertThat(sums.cause(0)).isEqualTo(2);
    }
}
