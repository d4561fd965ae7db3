package io.perennial.recommendation.neighbours;

import io.perennial.recommendation.sparse.GreatestKeys;
import io.perennial.recommendation.sparse.Ranked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Frequently bought together: products by the lift of their common orders (Brin, Motwani, Ullman and Tsur, "Dynamic itemset
 * counting and implication rules for market basket data", SIGMOD 1997), the logarithm of it, shrunk where few orders stand
 * behind it. Pairs below the support floor, and those no likelier together than apart, are left out.
 *
 * <p>Time grows with the sum of squared orders, which {@code longest} bounds. The same orders give the same model.
 */
public final class LiftTrainer {

    private final ItemToItemParameters parameters;
    private final int longest;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> products = new ArrayList<>();
    private final List<int[]> orders = new ArrayList<>();

    /** Of a longer order the first products count. */
    public LiftTrainer(ItemToItemParameters parameters, int longest) {
        this.parameters = parameters;
        this.longest = longest;
    }

    /** Adds an order's products; one alone counts too, for what is likely anyway goes with nothing. */
    public void add(Collection<String> basket) {
        orders.add(basket.stream()
                .distinct()
                .limit(longest)
                .mapToInt(productId -> numbers.computeIfAbsent(productId, id -> {
                    products.add(id);
                    return products.size() - 1;
                }))
                .toArray());
    }

    public ItemToItemModel model() {
        String[] items = new TreeSet<>(products).toArray(String[]::new);
        int[] renamed = new int[items.length];
        Arrays.setAll(renamed, i -> Arrays.binarySearch(items, products.get(i)));
        int[] count = new int[items.length];
        List<List<int[]>> ordersWith = new ArrayList<>();
        for (int i = 0; i < items.length; i++) {
            ordersWith.add(new ArrayList<>());
        }
        for (int[] order : orders) {
            int[] sorted =
                    Arrays.stream(order).map(item -> renamed[item]).sorted().toArray();
            for (int item : sorted) {
                count[item]++;
                ordersWith.get(item).add(sorted);
            }
        }
        int[] together = new int[items.length];
        GreatestKeys list = new GreatestKeys(parameters.neighbours());
        Ranked[] neighbours = new Ranked[items.length];
        for (int item = 0; item < items.length; item++) {
            for (int[] order : ordersWith.get(item)) {
                for (int other : order) {
                    together[other]++;
                }
            }
            for (int[] order : ordersWith.get(item)) {
                for (int other : order) {
                    offer(list, item, other, together[other], count);
                    together[other] = 0;
                }
            }
            neighbours[item] = list.take();
        }
        return ItemToItemModel.of(items, neighbours);
    }

    private void offer(GreatestKeys list, int item, int other, int together, int[] count) {
        if (other != item && together >= parameters.supportFloor()) {
            double lift = (double) together * orders.size() / ((double) count[item] * count[other]);
            if (lift > 1) {
                list.offer(other, (float) (Math.log(lift) * together / (together + parameters.shrinkage())));
            }
        }
    }
}
