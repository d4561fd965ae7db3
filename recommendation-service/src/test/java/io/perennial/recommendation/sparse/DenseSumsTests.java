package io.perennial.recommendation.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DenseSumsTests {

    private static final int KEYS = 3_000;

    @Test
    void theGreatestSumsComeFirstAndTheNextOnesBeginAtZero() {
        long seed = System.nanoTime();
        System.out.println("DenseSumsTests seed " + seed);
        Random random = new Random(seed);
        DenseSums sums = new DenseSums(KEYS);
        for (int round = 0; round < 200; round++) {
            Map<Integer, Float> expected = new HashMap<>();
            for (int i = random.nextInt(4_000); i > 0; i--) {
                int key = random.nextInt(KEYS);
                float amount = 1 + random.nextInt(4);
                sums.add(key, amount);
                expected.merge(key, amount, Float::sum);
            }
            int most = 1 + random.nextInt(600);
            List<Map.Entry<Integer, Float>> greatest = expected.entrySet().stream()
                    .sorted(Map.Entry.<Integer, Float>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(most)
                    .toList();
            Ranked ranked = sums.takeGreatest(most);
            assertThat(IntStream.range(0, ranked.size())
                            .mapToObj(place -> Map.entry(ranked.keys()[place], ranked.scores()[place])))
                    .as("seed %d, round %d", seed, round)
                    .containsExactlyElementsOf(greatest);
        }
    }
}
