package io.perennial.recommendation.ranker;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Learns a ranker for one placement if it proves worth it: trained on the earlier shelves, it must foretell the choices on the later ones
 * better than the fixed blend does, by more than chance. What is given out is trained on all shelves.
 */
public final class RankerLearning {

    private static final double EARLIER = 0.8;
    private static final double STANDARD_ERRORS = 2;

    private final int fewestChosen;
    private final RankerTrainer trainer;

    /**
     * What it takes.
     *
     * @param fewestChosen shelves of which something was chosen; with fewer none is learnt
     * @param orderWeight what an order counts beside a click
     */
    public RankerLearning(int fewestChosen, double orderWeight) {
        this.fewestChosen = fewestChosen;
        this.trainer = new RankerTrainer(orderWeight);
    }

    /** A ranker, null where it was refused, and why it is what it is. */
    public record Learnt(@Nullable ShelfRanker ranker, RankerReport report) {}

    /** From shelves in the order of their times. */
    public Learnt learn(List<JudgedShelf> oldestFirst) {
        long chosen = oldestFirst.stream().filter(shelf -> shelf.choices() > 0).count();
        if (chosen < fewestChosen) {
            return refused(
                    "something was chosen of %d shelves; it takes %d".formatted(chosen, fewestChosen), oldestFirst);
        }
        int cut = (int) (EARLIER * oldestFirst.size());
        List<JudgedShelf> earlier = oldestFirst.subList(0, cut);
        List<JudgedShelf> later = oldestFirst.subList(cut, oldestFirst.size());
        Set<Feature> all = EnumSet.allOf(Feature.class);
        RankerReport.Gain gain =
                RankerReport.Gain.of(trainer.train(earlier, all), trainer.train(earlier, Set.of(Feature.FIXED)), later);
        if (!(gain.gain() > STANDARD_ERRORS * gain.error())) {
            return new Learnt(
                    null,
                    RankerReport.of(oldestFirst, "it foretells choices no better than the fixed blend", gain, null));
        }
        ShelfRanker ranker = trainer.train(oldestFirst, all);
        return new Learnt(ranker, RankerReport.of(oldestFirst, null, gain, ranker));
    }

    private static Learnt refused(String why, List<JudgedShelf> shelves) {
        return new Learnt(null, RankerReport.of(shelves, why, null, null));
    }
}
