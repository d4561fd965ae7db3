package io.perennial.churn.evaluation;

import io.perennial.churn.evaluation.Curves.Point;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Isotonic regression of the outcome on the score by pool-adjacent-violators (Ayer et al. 1955; Zadrozny and Elkan 2002). For reports
 * only: it is no affine map of the log-odds, so reasons would not sum.
 */
final class Isotonic {

    private Isotonic() {}

    private record Pool(double shoppers, double predicted, double observed) {

        double rate() {
            return observed / shoppers;
        }

        Pool with(Pool other) {
            return new Pool(shoppers + other.shoppers, predicted + other.predicted, observed + other.observed);
        }
    }

    /** Of each pool the mean probability said and the churn rate, both ascending. */
    static List<Point> of(Predictions said) {
        Deque<Pool> pools = new ArrayDeque<>();
        double last = Double.NaN;
        for (int shopper : said.ascending()) {
            Pool pool = new Pool(1, said.probability(shopper), said.churned(shopper) ? 1 : 0);
            if (said.score(shopper) == last) {
                pool = pools.removeLast().with(pool);
            }
            last = said.score(shopper);
            while (!pools.isEmpty() && pools.getLast().rate() >= pool.rate()) {
                pool = pools.removeLast().with(pool);
            }
            pools.addLast(pool);
        }
        List<Point> points = new ArrayList<>();
        for (Pool pool : pools) {
            points.add(new Point(pool.predicted / pool.shoppers, pool.rate()));
        }
        return List.copyOf(points);
    }
}
