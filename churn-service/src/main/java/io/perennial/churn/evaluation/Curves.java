package io.perennial.churn.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * What happens as more and more shoppers, from the highest score down, count as leaving; about a hundred points each.
 *
 * @param roc share of who stayed that is flagged, share of who left that is
 * @param precisionRecall recall, precision
 * @param gain share of all that is flagged, share of who left that is
 * @param isotonic probability said, churn rate by pool-adjacent-violators: calibration without bins
 */
public record Curves(List<Point> roc, List<Point> precisionRecall, List<Point> gain, List<Point> isotonic) {

    private static final int POINTS = 100;

    /** A point of a curve. */
    public record Point(double x, double y) {}

    /** The curves of what was said; empty ones where a class is not there. */
    public static Curves of(Predictions said) {
        int[] ascending = said.ascending();
        double churned = said.churnedCount();
        double stayed = said.size() - churned;
        if (churned == 0 || stayed == 0) {
            return new Curves(List.of(), List.of(), List.of(), List.of());
        }
        List<Point> roc = new ArrayList<>(List.of(new Point(0, 0)));
        List<Point> precisionRecall = new ArrayList<>();
        List<Point> gain = new ArrayList<>(List.of(new Point(0, 0)));
        double caught = 0;
        int drawn = 0;
        for (int flagged = 1; flagged <= ascending.length; flagged++) {
            int shopper = ascending[ascending.length - flagged];
            caught += said.churned(shopper) ? 1 : 0;
            boolean tied = flagged < ascending.length
                    && said.score(ascending[ascending.length - flagged - 1]) == said.score(shopper);
            int due = (int) ((long) flagged * POINTS / ascending.length);
            if (!tied && due > drawn) {
                drawn = due;
                roc.add(new Point((flagged - caught) / stayed, caught / churned));
                precisionRecall.add(new Point(caught / churned, caught / flagged));
                gain.add(new Point((double) flagged / ascending.length, caught / churned));
            }
        }
        return new Curves(List.copyOf(roc), List.copyOf(precisionRecall), List.copyOf(gain), Isotonic.of(said));
    }
}
