package io.perennial.recommendation.session;

import io.perennial.recommendation.sparse.SparseSums;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores what may come next in a session by the sessions most like it and by the steps taken from its last clicks. Looks
 * at the lists of the last {@value #LONGEST} clicks, newest click first, and compares at most twice as many sessions as a
 * list names, whatever the size of the index.
 */
public final class SessionScorer {

    static final int LONGEST = 10;

    private final SessionIndex index;
    private final NeighbourWeights weights;
    private final StepWeights steps;
    private final int sessionsPerProduct;

    /** Reads of each product's list so many sessions at most, the newest. */
    public SessionScorer(SessionIndex index, NeighbourWeights weights, StepWeights steps, int sessionsPerProduct) {
        this.index = index;
        this.weights = weights;
        this.steps = steps;
        this.sessionsPerProduct = sessionsPerProduct;
    }

    /**
     * The likeliest next products, likeliest first; what was clicked may come among them.
     *
     * @param clicks of the current session, oldest first
     * @param now milliseconds since 1970
     */
    public List<NextClick> score(List<String> clicks, long now, int limit) {
        index.beginReading();
        try {
            int[] current = known(clicks);
            SparseSums scores = new SparseSums();
            if (current.length > 0) {
                SparseSums similar = similarSessions(current, now);
                double total = similar.sum();
                if (total > 0) {
                    scores.addAll(similar, (1 - steps.share()) / total);
                }
                addSteps(current, now, scores);
            }
            List<NextClick> next = new ArrayList<>();
            for (int slot : scores.greatest(limit)) {
                next.add(new NextClick(
                        index.productOf(scores.key(slot)), scores.total(slot), index.productOf(scores.cause(slot))));
            }
            return next;
        } finally {
            index.endReading();
        }
    }

    private int[] known(List<String> clicks) {
        return clicks.stream()
                .skip(Math.max(0, clicks.size() - LONGEST))
                .mapToInt(index::numberOf)
                .filter(number -> number >= 0)
                .toArray();
    }

    private SparseSums similarSessions(int[] current, long now) {
        SparseSums sessions = new SparseSums();
        int[] list = new int[sessionsPerProduct];
        for (int i = current.length - 1; i >= 0; i--) {
            if (stepsBack(current, current[i]) == current.length - 1 - i) {
                double weight = weights.ofClick(current.length - 1 - i, current.length);
                int count = index.sessionsWith(current[i], list);
                for (int s = 0; s < count; s++) {
                    if (sessions.size() < 2 * sessionsPerProduct || sessions.has(list[s])) {
                        sessions.add(list[s], weight, i);
                    }
                }
            }
        }
        SparseSums similar = new SparseSums();
        for (int slot = 0; slot < sessions.size(); slot++) {
            int session = sessions.key(slot);
            double old = weights.ofSession(now - index.newestAtOf(session), index.distinctOf(session));
            similar.add(session, sessions.total(slot) * old, 0);
        }
        SparseSums products = new SparseSums();
        for (int slot : similar.greatest(weights.neighbours())) {
            addProducts(similar.key(slot), similar.total(slot), current, products);
        }
        return products;
    }

    private void addProducts(int session, double similarity, int[] current, SparseSums products) {
        int[] clicks = index.clicksOf(session);
        int length = index.lengthOf(session);
        int common = -1;
        int newest = Integer.MAX_VALUE;
        for (int i = 0; i < length; i++) {
            int back = stepsBack(current, clicks[i]);
            if (back >= 0) {
                common = i;
                newest = Math.min(newest, back);
            }
        }
        if (common < 0) {
            return; // the common click has left a long session
        }
        double speaks = similarity * weights.ofMatch(newest);
        for (int i = length - 1; i >= 0; i--) {
            if (!comesAgain(clicks, i, length)) {
                double weight = weights.ofDistance(i - common) * weights.ofRareness(index.idf(clicks[i]));
                products.add(clicks[i], speaks * weight, clicks[common]);
            }
        }
    }

    private void addSteps(int[] current, long now, SparseSums scores) {
        double weight = 1;
        double whole = 0;
        int reach = Math.min(current.length, steps.clicks());
        for (int back = 0; back < reach; back++) {
            whole += Math.pow(steps.earlier(), back);
        }
        int[] list = new int[sessionsPerProduct];
        for (int back = 0; back < reach; back++) {
            int from = current[current.length - 1 - back];
            SparseSums after = new SparseSums();
            int count = index.sessionsWith(from, list);
            for (int s = 0; s < count; s++) {
                addSteps(list[s], from, now, after);
            }
            double total = after.sum();
            if (total > 0) {
                scores.addAll(after, steps.share() * weight / whole / total);
            }
            weight *= steps.earlier();
        }
    }

    private void addSteps(int session, int from, long now, SparseSums after) {
        int[] clicks = index.clicksOf(session);
        int length = index.lengthOf(session);
        double age = steps.ofAge(now - index.newestAtOf(session));
        for (int i = 0; i < length; i++) {
            if (clicks[i] == from) {
                for (int j = i + 1; j < Math.min(length, i + 1 + steps.steps()); j++) {
                    after.add(clicks[j], age / (j - i), from);
                }
            }
        }
    }

    /** How many steps before the last click a product was last clicked; negative where it was not. */
    private static int stepsBack(int[] current, int product) {
        for (int i = current.length - 1; i >= 0; i--) {
            if (current[i] == product) {
                return current.length - 1 - i;
            }
        }
        return -1;
    }

    private static boolean comesAgain(int[] clicks, int place, int length) {
        for (int i = place + 1; i < length; i++) {
            if (clicks[i] == clicks[place]) {
                return true;
            }
        }
        return false;
    }
}
