package io.perennial.deploy.bench.churn;

import io.perennial.churn.learning.NewtonTrainer;
import io.perennial.deploy.bench.churn.TrainingTask.Fit;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * Logistic regression from rows in memory to within {@link TrainingTask#GAP} nats a row of the objective's least: ours, told
 * that tolerance, from raw columns and on all cores; Tribuo and liblinear, which know one thread, from their own already
 * standardised data, each as it gets there the fastest. They take turns.
 */
final class TrainingSpeed {

    private static final int ROUNDS = 5;
    private static final int WARMING = 3;

    private final int rows;
    private final Progress progress;

    TrainingSpeed(int rows, Progress progress) {
        this.rows = rows;
        this.progress = progress;
    }

    List<Figure> measure() {
        var task = TrainingTask.of(rows, progress);
        var near = new NewtonTrainer(TrainingTask.GAP);
        var exact = new NewtonTrainer();
        for (int fit = 0; fit < WARMING; fit++) {
            ours(task, near);
            ours(task, exact);
        }
        var liblinear = new LiblinearPeer(task);
        var tolerance = liblinear.fastest();
        var tribuo = new TribuoPeer(task);
        var setting = tribuo.fastest();
        progress.says("Taking turns, ours on %d threads, the others on one:"
                .formatted(Runtime.getRuntime().availableProcessors()));
        var ours = new Fits();
        var optima = new Fits();
        var tribuos = new Fits();
        var liblinears = new Fits();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(ours(task, near));
            tribuos.add(tribuo.fit(setting));
            liblinears.add(liblinear.fit(tolerance));
            optima.add(ours(task, exact));
        }
        return List.of(
                new Figure("lr_fit_seconds", ours.seconds()),
                new Figure("lr_fit_gap", ours.gap()),
                new Figure("lr_fit_optimum_seconds", optima.seconds()),
                new Figure("lr_tribuo_seconds", tribuos.seconds()),
                new Figure("lr_tribuo_gap", tribuos.gap()),
                new Figure("lr_tribuo_ratio", tribuos.seconds() / ours.seconds()),
                new Figure("lr_liblinear_seconds", liblinears.seconds()),
                new Figure("lr_liblinear_gap", liblinears.gap()),
                new Figure("lr_liblinear_ratio", liblinears.seconds() / ours.seconds()));
    }

    private static Fit ours(TrainingTask task, NewtonTrainer trainer) {
        return task.time(
                "ours, tolerance " + trainer.tolerance(), () -> trainer.train(task.sample(), TrainingTask.PENALTY));
    }

    private static final class Fits {

        private final List<Fit> fits = new ArrayList<>();

        void add(Fit fit) {
            fits.add(fit);
        }

        /** The median. */
        double seconds() {
            return fits.stream().mapToDouble(Fit::seconds).sorted().toArray()[fits.size() / 2];
        }

        double gap() {
            return fits.getLast().gap();
        }
    }
}
