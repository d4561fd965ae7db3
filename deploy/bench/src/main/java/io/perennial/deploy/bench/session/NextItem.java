package io.perennial.deploy.bench.session;

import io.perennial.recommendation.session.SessionIndex.Click;
import java.util.ArrayList;
import java.util.List;

/** The next-item protocol: after every click of a session, is the next one among the twenty, and at which place. */
final class NextItem {

    static final int TOP = 20;

    private NextItem() {}

    /** Ranks what may come next, best first, at most {@value #TOP}. */
    @FunctionalInterface
    interface Ranking {
        List<String> after(List<String> clicks, long now);
    }

    /** Shares of all the cases. */
    record Accuracy(int cases, double hitRate, double reciprocalRank) {}

    static Accuracy measure(List<List<Click>> sessions, Ranking ranking) {
        var cases = 0;
        var hits = 0;
        var reciprocal = 0.0;
        for (var session : sessions) {
            List<String> seen = new ArrayList<>();
            for (var i = 0; i + 1 < session.size(); i++) {
                seen.add(session.get(i).productId());
                var place = ranking.after(seen, session.get(i).at())
                        .indexOf(session.get(i + 1).productId());
                cases++;
                if (place >= 0) {
                    hits++;
                    reciprocal += 1.0 / (place + 1);
                }
            }
        }
        return new Accuracy(cases, (double) hits / Math.max(1, cases), reciprocal / Math.max(1, cases));
    }
}
