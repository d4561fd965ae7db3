package io.perennial.recommendation.ranker;

import java.util.List;

/**
 * A shelf somebody looked at, and what they chose. A place is a bit, the first place the lowest.
 *
 * @param items from the first place on, at most {@value #MOST_ITEMS}
 * @param seen places that were seen
 * @param chosen places that were clicked or put into the cart
 * @param ordered places that were bought
 */
public record JudgedShelf(List<FeatureRow> items, int seen, int chosen, int ordered) {

    public static final int MOST_ITEMS = 20;

    public JudgedShelf {
        items = List.copyOf(items);
        if (items.size() > MOST_ITEMS) {
            throw new IllegalArgumentException("a shelf has at most " + MOST_ITEMS + " items, not " + items.size());
        }
        seen &= (1 << items.size()) - 1;
    }

    boolean seen(int place) {
        return (seen >>> place & 1) == 1;
    }

    boolean chosen(int place) {
        return ((chosen | ordered) >>> place & 1) == 1;
    }

    boolean ordered(int place) {
        return (ordered >>> place & 1) == 1;
    }

    int choices() {
        return Integer.bitCount((chosen | ordered) & seen);
    }

    int orders() {
        return Integer.bitCount(ordered & seen);
    }
}
