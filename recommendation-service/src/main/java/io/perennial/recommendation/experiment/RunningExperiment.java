package io.perennial.recommendation.experiment;

import io.perennial.recommendation.bandit.ThompsonSampling;
import io.perennial.recommendation.placement.Placement;
import io.perennial.recommendation.signature.Exposure;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as it deals out arms now.
 *
 * @param probabilities of each arm, hold-out aside
 */
record RunningExperiment(Experiment experiment, String salt, List<Double> probabilities) {

    /**
     * Chooses for a shopper; null stands for nobody known, who takes part in a bandit only, for it needs no memory.
     *
     * @param chance uniform numbers in [0, 1), used where nothing is to be remembered
     */
    Choice choose(Placement placement, @Nullable String shopper, DoubleSupplier chance) {
        boolean bandit = experiment.allocation() == Experiment.Allocation.THOMPSON;
        if (shopper == null && !bandit) {
            return new Choice(placement, 1, null);
        }
        Draw draw = shopper == null
                ? new Draw(Exposure.NOBODY, chance.getAsDouble(), chance.getAsDouble())
                : Draw.of(salt, shopper);
        // A bandit's views are what chance deals out, not its shoppers.
        long unit = bandit ? Exposure.NOBODY : draw.unit();
        if (draw.holdOut() < experiment.holdOut()) {
            return new Choice(
                    placement, experiment.holdOut(), new Exposure(experiment.name(), Experiment.HOLD_OUT, unit));
        }
        int drawn = ThompsonSampling.draw(probabilities, bandit ? chance.getAsDouble() : draw.arm());
        Experiment.Arm arm = experiment.arms().get(drawn);
        return new Choice(
                arm.settings().of(placement),
                (1 - experiment.holdOut()) * probabilities.get(drawn),
                new Exposure(experiment.name(), arm.name(), unit));
    }
}
