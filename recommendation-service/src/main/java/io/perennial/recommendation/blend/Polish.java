package io.perennial.recommendation.blend;

import java.util.ArrayList;
import java.util.List;

/** Turns each share, each decay and the trend up and down by shrinking steps for as long as the validation gains. */
final class Polish {

    private static final double[] ROUGH = {2};
    private static final double[] FINE = {2, 1.4, 1.15};
    /** A gain smaller than this is chance. */
    private static final double WORTH_MOVING = 1e-5;
    /** The trend's share where it had none; the models' best scores are about one. */
    private static final double LEAST_SHARE = 0.003;

    private final Holdout sample;

    Polish(Holdout sample) {
        this.sample = sample;
    }

    /** By great steps only, for a blend that is not yet complete. */
    Blend rough(Blend blend) {
        return polished(blend, ROUGH);
    }

    /** Another blend, or this one where none is better. */
    Blend fine(Blend blend) {
        return polished(blend, FINE);
    }

    private Blend polished(Blend blend, double[] steps) {
        Blend best = blend;
        double reached = Shelves.ndcg10(blend, sample);
        for (double step : steps) {
            boolean better = true;
            while (better) {
                better = false;
                for (Turn turn : turns(best.parts().size(), step)) {
                    Blend candidate = turn.of(best);
                    double now = Shelves.ndcg10(candidate, sample);
                    if (now > reached + WORTH_MOVING) {
                        best = candidate;
                        reached = now;
                        better = true;
                    }
                }
            }
        }
        return best;
    }

    private static List<Turn> turns(int parts, double step) {
        List<Turn> turns = new ArrayList<>();
        for (double factor : new double[] {step, 1 / step}) {
            for (int i = 0; i < parts; i++) {
                int place = i;
                if (parts > 1) {
                    turns.add(blend -> blend.with(place, share(blend.parts().get(place), factor)));
                }
                turns.add(blend -> blend.with(place, decay(blend.parts().get(place), factor)));
            }
            double powers = Math.log(factor) / 4;
            turns.add(blend -> blend.with(blend.trend().withPower(blend.trend().power() + powers)));
            turns.add(blend -> blend.with(
                    blend.trend().withShare(Math.max(LEAST_SHARE, blend.trend().share() * factor))));
        }
        return turns;
    }

    private static Part share(Part part, double factor) {
        return part.withShare(part.share() * factor);
    }

    private static Part decay(Part part, double factor) {
        return part.withDecay(part.decay() * factor);
    }

    /** One change of a blend. */
    private interface Turn {
        Blend of(Blend blend);
    }
}
