package io.perennial.deploy.bench.peers;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A shop larger than the real data at hand, drawn from a seed: products are popular by Zipf's law, each belongs to one of many
 * tastes, and a shopper with a few tastes takes mostly of those.
 */
final class DrawnShop {

    private static final int TASTES = 80;
    private static final int MOST_TASTES = 4;
    private static final double POPULAR_ANYWAY = 0.2;
    private static final double ZIPF = 0.9;
    private static final int ZIPF_FROM = 20;
    private static final int FEWEST = 5;
    private static final int MOST = 400;
    private static final double TYPICAL = 18;
    private static final double SPREAD = 0.9;

    private final Random random;
    private final int[][] ofTaste;
    private final double[][] cumulated;
    private final int items;

    private DrawnShop(int items, long seed) {
        this.items = items;
        random = new Random(seed);
        var tasteOf = random.ints(items, 1, TASTES + 1).toArray();
        ofTaste = new int[TASTES + 1][];
        cumulated = new double[TASTES + 1][];
        for (var taste = 0; taste <= TASTES; taste++) {
            var wanted = taste;
            ofTaste[taste] = IntStream.range(0, items)
                    .filter(item -> wanted == 0 || tasteOf[item] == wanted)
                    .toArray();
            cumulated[taste] = Arrays.stream(ofTaste[taste])
                    .mapToDouble(item -> Math.pow(item + ZIPF_FROM, -ZIPF))
                    .toArray();
            Arrays.parallelPrefix(cumulated[taste], Double::sum);
        }
    }

    static Feedback of(int shoppers, int items, long seed) {
        var shop = new DrawnShop(items, seed);
        var rows = new int[shoppers][];
        Arrays.setAll(rows, shopper -> shop.row());
        return new Feedback(items, rows);
    }

    private int[] row() {
        var tastes = random.ints(1 + random.nextInt(MOST_TASTES), 1, TASTES + 1).toArray();
        var count = Math.clamp(
                Math.round(TYPICAL * Math.exp(SPREAD * random.nextGaussian())), FEWEST, Math.min(MOST, items / 2));
        return IntStream.generate(
                        () -> random.nextDouble() < POPULAR_ANYWAY ? 0 : tastes[random.nextInt(tastes.length)])
                .map(this::drawn)
                .distinct()
                .limit(count)
                .sorted()
                .toArray();
    }

    /** An item of a taste; of any, where a small shop has none of it. */
    private int drawn(int wanted) {
        var taste = ofTaste[wanted].length == 0 ? 0 : wanted;
        var weights = cumulated[taste];
        var place = Arrays.binarySearch(weights, random.nextDouble() * weights[weights.length - 1]);
        return ofTaste[taste][Math.min(place < 0 ? -place - 1 : place, weights.length - 1)];
    }
}
