package io.perennial.recommendation.blend;

import io.perennial.recommendation.linear.CoOccurrenceParameters;
import io.perennial.recommendation.linear.EaseParameters;
import io.perennial.recommendation.linear.LinearParameters;
import io.perennial.recommendation.linear.LinearTrainer;
import io.perennial.recommendation.linear.SlitParameters;
import io.perennial.recommendation.linear.TransitionParameters;
import io.perennial.recommendation.sequence.Sequences;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Chooses models, their parameters and their shares by what a validation says: model after model, each by hill climbing
 * (Hooke and Jeeves, 1961) on the NDCG@10 of the blend it would join; one that does not help is left out. Nothing is drawn
 * by chance.
 */
public final class BlendSearch {

    /** Likely winners first; where the operations run out, these stand. */
    private static final List<LinearParameters> BEGINNINGS = List.of(
            new SlitParameters(1.5, 1, 120, 0),
            new EaseParameters(100, 0.5, 0),
            new CoOccurrenceParameters(0.5, 0.5, 0),
            new TransitionParameters(2, 1, 0.75, 0.25));

    /** Of one model at most, however cheap: a climb that goes on for longer climbs on chance. */
    private static final int MOST_TRIED = 20;

    private final LinearTrainer trainer;
    private final SearchEffort effort;
    private final Consumer<String> progress;

    public BlendSearch(LinearTrainer trainer, SearchEffort effort, Consumer<String> progress) {
        this.trainer = trainer;
        this.effort = effort;
        this.progress = progress;
    }

    /**
     * The best recipe found.
     *
     * @param train what models may be trained on: nothing of what the validation holds out
     * @param trend of the end of the training
     */
    @SuppressWarnings("ReferenceEquality") // the same candidate: nothing was won by climbing
    public Recipe search(Sequences train, Trend trend, Holdout validation) {
        long most = Math.clamp(effort.cells() / Math.max(1, train.items()), 1, Integer.MAX_VALUE);
        Holdout sample = validation.sample((int) most);
        Polish polish = new Polish(sample);
        Candidate best = Candidate.none(trend, sample);
        for (LinearParameters beginning : BEGINNINGS) {
            Candidate climbed = climbed(best, beginning, train, sample);
            best = climbed.equals(best) ? best : climbed.with(polish.rough(climbed.blend()), sample);
            progress.accept(String.format(Locale.ROOT, "blended: validation NDCG@10 %.5f", best.worth()));
        }
        best = best.with(polish.fine(best.blend()), sample);
        progress.accept(String.format(Locale.ROOT, "polished: validation NDCG@10 %.5f", best.worth()));
        return best.recipe();
    }

    /** With a further model, by the best parameters found near these; as it was where none helps. */
    private Candidate climbed(Candidate before, LinearParameters beginning, Sequences train, Holdout sample) {
        double left = beginning.dense() ? effort.operations() / 2 : effort.operations();
        Set<LinearParameters> tried = new HashSet<>(Set.of(beginning));
        LinearParameters at = beginning;
        Candidate best = joined(before, at, train, sample);
        boolean better = true;
        while (better) {
            better = false;
            for (LinearParameters next : at.nearby()) {
                if (tried.contains(next) || tried.size() >= MOST_TRIED || left < trainer.operations(next, train)) {
                    continue;
                }
                tried.add(next);
                left -= trainer.operations(next, train);
                Candidate candidate = joined(before, next, train, sample);
                if (candidate.worth() > best.worth()) {
                    best = candidate;
                    at = next;
                    better = true;
                    break;
                }
            }
        }
        return best.worth() > before.worth() ? best : before;
    }

    private Candidate joined(Candidate before, LinearParameters parameters, Sequences train, Holdout sample) {
        Candidate joined = before.and(parameters, trainer.train(parameters, train), sample);
        progress.accept(String.format(Locale.ROOT, "  %s: validation NDCG@10 %.5f", parameters, joined.worth()));
        return joined;
    }
}
