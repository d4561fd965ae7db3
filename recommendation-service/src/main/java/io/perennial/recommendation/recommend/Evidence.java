package io.perennial.recommendation.recommend;

import io.perennial.recommendation.product.ProductNumbers;
import io.perennial.recommendation.product.Scored;
import io.perennial.recommendation.ranker.Feature;
import io.perennial.recommendation.ranker.FeatureRow;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What several sources say of products: each scaled to its best, times its weight, and added. The reason is that of the
 * greatest part, or that it is due. Not thread-safe.
 */
final class Evidence {

    /** Twice what a shelf's sources name in all, more or less; a power of two. */
    private static final int USUAL_PLACES = 1_024;

    /** An open-addressing table by product, at most half full. */
    private @Nullable Part[] parts = new @Nullable Part[USUAL_PLACES];

    private int size;
    private double weights;

    /** What the sources say of a product: the sum so far, the greatest part of it with its reason, and the share of each. */
    private static final class Part implements Comparable<Part> {

        private final int product;
        private double sum;
        private double greatest;
        private boolean due;
        private Scored scored;
        private Function<Scored, Reason> why;
        private FeatureRow shares = FeatureRow.NONE;

        Part(Scored scored, Function<Scored, Reason> why) {
            this.product = scored.product();
            this.scored = scored;
            this.why = why;
        }

        void add(Feature source, double share, double weighed, Scored other, Function<Scored, Reason> otherWhy) {
            boolean nowDue = source == Feature.REPURCHASE;
            if (nowDue || (weighed > greatest && !due)) {
                greatest = weighed;
                scored = other;
                why = otherWhy;
            }
            due |= nowDue;
            sum += weighed;
            shares = shares.with(source, share);
        }

        Candidate candidate(double whole) {
            return new Candidate(product, ProductNumbers.id(product), sum / whole, why.apply(scored), shares);
        }

        /** Best first, ties by id. */
        @Override
        public int compareTo(Part other) {
            int better = Double.compare(other.sum, sum);
            return better != 0 ? better : ProductNumbers.id(product).compareTo(ProductNumbers.id(other.product));
        }
    }

    /** Adds what a source says, and why; one that says nothing does not weigh, one of no weight is not asked. */
    void add(Feature source, double weight, Supplier<List<Scored>> asked, Function<Scored, Reason> why) {
        List<Scored> said = weight > 0 ? asked.get() : List.of();
        double best = 0;
        for (Scored one : said) {
            best = Math.max(best, one.score());
        }
        if (best <= 0) {
            return;
        }
        weights += weight;
        for (Scored one : said) {
            double share = one.score() / best;
            if (share > 0) {
                part(one, why).add(source, share, weight * share, one, why);
            }
        }
    }

    /** Best first, ties by id; scores in (0, 1]. Each is made when it is asked for, for a shelf takes the first ones only. */
    List<Candidate> bestFirst() {
        Part[] sorted = new Part[size];
        int filled = 0;
        for (Part part : parts) {
            if (part != null) {
                sorted[filled++] = part;
            }
        }
        Arrays.sort(sorted);
        double whole = weights;
        return new AbstractList<>() {
            @Override
            public Candidate get(int place) {
                return sorted[place].candidate(whole);
            }

            @Override
            public int size() {
                return sorted.length;
            }
        };
    }

    private Part part(Scored scored, Function<Scored, Reason> why) {
        int place = place(scored.product());
        Part known = parts[place];
        if (known != null) {
            return known;
        }
        Part part = new Part(scored, why);
        parts[place] = part;
        if (++size * 2 > parts.length) {
            grow();
        }
        return part;
    }

    private void grow() {
        @Nullable Part[] before = parts;
        parts = new @Nullable Part[before.length * 2];
        for (Part part : before) {
            if (part != null) {
                parts[place(part.product)] = part;
            }
        }
    }

    /** Where a product's part stands, or else where it would. */
    private int place(int product) {
        int mask = parts.length - 1;
        int place = ((product * 0x9E3779B9) >>> 7) & mask;
        Part part = parts[place];
        while (part != null && part.product != product) {
            place = (place + 1) & mask;
            part = parts[place];
        }
        return place;
    }
}
