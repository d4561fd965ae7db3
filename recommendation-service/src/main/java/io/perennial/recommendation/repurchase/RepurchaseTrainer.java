package io.perennial.recommendation.repurchase;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Learns from the population's times between purchases of the same product (the modified Poisson model's idea in Bhagat,
 * Muralidharan, Lobzhanidze and Vishwanath, "Buy it again", KDD 2018, with quantiles in place of a fitted rate): a product
 * is a consumable where enough of its buyers come again.
 */
public final class RepurchaseTrainer {

    private static final double EARLY = 0.1;
    private static final double TYPICAL = 0.5;
    private static final double LATE = 0.9;

    private final RepurchaseParameters parameters;
    private final Function<String, @Nullable String> categories;
    private final Map<String, Gaps> products = new HashMap<>();
    private final Map<String, Gaps> byCategory = new HashMap<>();

    /** The function gives a product's category, null where unknown. */
    public RepurchaseTrainer(RepurchaseParameters parameters, Function<String, @Nullable String> categories) {
        this.parameters = parameters;
        this.categories = categories;
    }

    /** An order's time and products. */
    public record Purchase(Instant at, List<String> products) {}

    /** Adds one shopper's orders, in time. */
    public void add(List<Purchase> orders) {
        Map<String, Instant> last = new HashMap<>();
        Set<String> again = new HashSet<>();
        for (Purchase order : orders) {
            for (String productId : order.products()) {
                Instant before = last.get(productId);
                if (before == null) {
                    last.put(productId, order.at());
                    gapsOf(productId).forEach(Gaps::bought);
                } else if (Duration.between(before, order.at()).compareTo(parameters.shortest()) >= 0) {
                    long gap = Duration.between(before, order.at()).toMillis();
                    boolean first = again.add(productId);
                    gapsOf(productId).forEach(gaps -> gaps.boughtAgain(gap, first));
                    last.put(productId, order.at());
                }
            }
        }
    }

    /** Of every product bought: its own rhythm, or its category's where too few bought it to tell. */
    public RepurchaseModel model() {
        Map<String, Rhythm> rhythms = new HashMap<>();
        products.forEach((productId, gaps) -> {
            String category = categories.apply(productId);
            Gaps wider = category == null || gaps.known(parameters) ? gaps : byCategory.getOrDefault(category, gaps);
            if (gaps.consumable(parameters)) {
                rhythms.put(productId, gaps.rhythm());
            } else if (wider.consumable(parameters)) {
                rhythms.put(productId, wider.rhythm());
            }
        });
        return new RepurchaseModel(rhythms);
    }

    private List<Gaps> gapsOf(String productId) {
        Gaps own = products.computeIfAbsent(productId, id -> new Gaps());
        String category = categories.apply(productId);
        return category == null ? List.of(own) : List.of(own, byCategory.computeIfAbsent(category, id -> new Gaps()));
    }

    /** The times between purchases of a product, and how many bought it once and again. */
    private static final class Gaps {

        private final List<Long> millis = new ArrayList<>();
        private int buyers;
        private int repeaters;

        void bought() {
            buyers++;
        }

        void boughtAgain(long gap, boolean first) {
            millis.add(gap);
            repeaters += first ? 1 : 0;
        }

        /** Whether so many bought it that a consumable would have been bought again often enough. */
        boolean known(RepurchaseParameters parameters) {
            return buyers * parameters.repeatShare() >= parameters.gaps();
        }

        boolean consumable(RepurchaseParameters parameters) {
            return millis.size() >= parameters.gaps() && repeaters >= parameters.repeatShare() * buyers;
        }

        Rhythm rhythm() {
            millis.sort(null);
            return new Rhythm(at(EARLY), at(TYPICAL), at(LATE));
        }

        private Duration at(double share) {
            return Duration.ofMillis(millis.get((int) Math.min(millis.size() - 1, share * millis.size())));
        }
    }
}
