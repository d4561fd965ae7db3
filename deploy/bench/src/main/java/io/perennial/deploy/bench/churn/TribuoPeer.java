package io.perennial.deploy.bench.churn;

import io.perennial.churn.learning.TribuoTrainer;
import io.perennial.churn.model.LinearModel;
import io.perennial.deploy.bench.churn.TrainingTask.Fit;
import io.perennial.deploy.bench.report.CannotMeasure;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.math.optimisers.Adam;
import org.tribuo.math.optimisers.SGD;

/** Tribuo's LinearSGDTrainer with that of some optimisers, rates, batches and epochs which gets there the fastest. */
final class TribuoPeer {

    private static final double EPSILON = 1e-6;
    private static final int[] EPOCHS = {1, 2, 4, 8, 16};

    private static final List<Way> WAYS = List.of(
            way("AdaGrad, rate 0.03", 1, () -> new AdaGrad(0.03, EPSILON)),
            way("AdaGrad, rate 0.02", 1, () -> new AdaGrad(0.02, EPSILON)),
            way("AdaGrad, rate 0.01", 1, () -> new AdaGrad(0.01, EPSILON)),
            way("AdaGrad, rate 0.01, batches of 16", 16, () -> new AdaGrad(0.01, EPSILON)),
            way("SGD, rate 0.03 falling with the root of time", 1, () -> SGD.getSqrtDecaySGD(0.03)),
            way("SGD, rate 0.1 falling with time, batches of 16", 16, () -> SGD.getLinearDecaySGD(0.1)),
            way("Adam, rate 0.0001", 1, () -> new Adam(0.0001, 0.9, 0.999, EPSILON)));

    private final TrainingTask task;
    private final MutableDataset<Label> data;

    TribuoPeer(TrainingTask task) {
        this.task = task;
        this.data = TribuoTrainer.dataset(task.sample(), task.standardiser(), TrainingTask.PENALTY);
    }

    private record Way(String name, int batch, Supplier<StochasticGradientOptimiser> optimiser) {}

    private static Way way(String name, int batch, Supplier<StochasticGradientOptimiser> optimiser) {
        return new Way(name, batch, optimiser);
    }

    /** A way, so many times through the rows. */
    record Setting(Way way, int epochs) {

        @Override
        public String toString() {
            return "Tribuo, " + way.name + (epochs == 1 ? ", 1 epoch" : ", " + epochs + " epochs");
        }
    }

    Fit fit(Setting setting) {
        return task.time(setting.toString(), () -> model(setting));
    }

    private LinearModel model(Setting setting) {
        var trainer = new LinearSGDTrainer(
                new LogMulticlass(), setting.way.optimiser.get(), setting.epochs, -1, setting.way.batch, 1L);
        return TribuoTrainer.extract(trainer.train(data), task.standardiser(), TrainingTask.COLUMNS);
    }

    /** Of each way the fewest epochs that get there; none longer than what already has. */
    Setting fastest() {
        fit(new Setting(WAYS.getFirst(), 1)); // compiles
        Setting fastest = null;
        double seconds = Double.POSITIVE_INFINITY;
        for (Way way : WAYS) {
            Setting near = near(way, seconds);
            if (near != null) {
                Fit again = fit(near);
                if (again.seconds() < seconds) {
                    fastest = near;
                    seconds = again.seconds();
                }
            }
        }
        if (fastest == null) {
            throw new CannotMeasure("Tribuo did not get within " + TrainingTask.GAP);
        }
        return fastest;
    }

    private @Nullable Setting near(Way way, double mostSeconds) {
        for (int epochs : EPOCHS) {
            Setting setting = new Setting(way, epochs);
            Fit fit = fit(setting);
            if (fit.isNear()) {
                return setting;
            }
            if (fit.seconds() > mostSeconds) {
                return null;
            }
        }
        return null;
    }
}
