package io.perennial.churn.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Cuts rows into folds of about the same size and share of positives; rows of a group stay together. */
final class Folds {

    private Folds() {}

    /**
     * For each of the given rows the number of its fold, by seed.
     *
     * @param groups and outcomes of all rows
     */
    static int[] of(int[] rows, int[] groups, boolean[] outcomes, int count, long seed) {
        int[] shuffled = rows.clone();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = shuffled.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = swapped;
        }
        int[] dealt = {random.nextInt(count), random.nextInt(count)};
        Map<Integer, Integer> foldOfGroup = new HashMap<>();
        for (int row : shuffled) {
            int kind = outcomes[row] ? 1 : 0;
            if (foldOfGroup.putIfAbsent(groups[row], dealt[kind] % count) == null) {
                dealt[kind]++;
            }
        }
        return Arrays.stream(rows)
                .map(row -> foldOfGroup.getOrDefault(groups[row], 0))
                .toArray();
    }

    /** Those of the rows whose fold is this one, or is not. */
    static int[] select(int[] rows, int[] folds, int fold, boolean inside) {
        return IntStream.range(0, rows.length)
                .filter(i -> folds[i] == fold == inside)
                .map(i -> rows[i])
                .toArray();
    }
}
