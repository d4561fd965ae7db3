package io.perennial.recommendation.placement;

import java.util.List;

/**
 * A place in the shop where recommendations stand, what may stand there and where it comes from.
 *
 * @param version 0: as configured; else how often it was changed
 * @param excludeBought whether what the shopper bought is left out
 * @param returnDue whether it comes back once they have probably used it up
 * @param cartAsContext whether what lies in the shopper's cart counts as what they are looking at
 * @param personalWeight how much the shopper's history counts beside the context
 * @param contextWeight how much the products they are looking at count
 * @param exploration share of the items that are there to be tried out, 0 to 1
 * @param ranker whether a ranker that was learnt for it, where there is one, orders what the sources bring
 */
public record Placement(
        String name,
        long version,
        boolean excludeBought,
        boolean returnDue,
        boolean cartAsContext,
        double personalWeight,
        double contextWeight,
        Sources sources,
        Filters filters,
        List<Rule> rules,
        Diversity diversity,
        double exploration,
        boolean ranker) {

    private static final int MOST_RULES = 200;

    public Placement {
        rules = List.copyOf(rules);
        if (personalWeight < 0 || contextWeight < 0) {
            throw new IllegalArgumentException("personalWeight and contextWeight must not be negative");
        }
        if (!(exploration >= 0 && exploration <= 1)) {
            throw new IllegalArgumentException("exploration must lie between 0 and 1");
        }
        if (rules.size() > MOST_RULES) {
            throw new IllegalArgumentException("rules: at most " + MOST_RULES);
        }
    }
}
