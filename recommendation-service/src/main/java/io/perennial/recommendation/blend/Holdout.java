package io.perennial.recommendation.blend;

import io.perennial.recommendation.sequence.Sequences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Shoppers whose later interactions are held out: what they had done up to a place, and what they took after it.
 *
 * @param sequences whole histories, what is held out included
 */
public record Holdout(Sequences sequences, List<Case> cases) {

    public Holdout {
        cases = List.copyOf(cases);
    }

    /** What a shopper did up to a place, exclusive, is known; the targets, not empty, are new after it. */
    public record Case(int shopper, int to, Set<Integer> targets) {}

    /**
     * Leave-one-out: the item so many places from the end is the target, what is before it is known. Shoppers with nothing
     * before it have no case; what comes after it is not looked at.
     *
     * @param fromEnd 1 is the last item
     */
    public static Holdout leaveOneOut(Sequences sequences, int fromEnd) {
        List<Case> cases = new ArrayList<>();
        for (int shopper = 0; shopper < sequences.shoppers(); shopper++) {
            int target = sequences.to(shopper) - fromEnd;
            if (target > sequences.from(shopper)) {
                cases.add(new Case(shopper, target, Set.of(sequences.item(target))));
            }
        }
        return new Holdout(sequences, cases);
    }

    /**
     * Time split: what a shopper did before the cut is known, new items after it are targets.
     *
     * @param later whether what stands at a place happened after the cut
     */
    public static Holdout after(Sequences sequences, IntPredicate later) {
        List<Case> cases = new ArrayList<>();
        for (int shopper = 0; shopper < sequences.shoppers(); shopper++) {
            Set<Integer> known = new HashSet<>();
            Set<Integer> targets = new HashSet<>();
            int to = sequences.from(shopper);
            for (int place = to; place < sequences.to(shopper); place++) {
                if (later.test(place)) {
                    targets.add(sequences.item(place));
                } else {
                    known.add(sequences.item(place));
                    to = place + 1;
                }
            }
            targets.removeAll(known);
            if (!known.isEmpty() && !targets.isEmpty()) {
                cases.add(new Case(shopper, to, targets));
            }
        }
        return new Holdout(sequences, cases);
    }

    /** The same cases thinned to at most so many, evenly. */
    public Holdout sample(int most) {
        if (cases.size() <= most) {
            return this;
        }
        Case[] kept = new Case[most];
        Arrays.setAll(kept, i -> cases.get((int) ((long) i * cases.size() / most)));
        return new Holdout(sequences, List.of(kept));
    }
}
