package io.perennial.deploy.bench.churn;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.perennial.churn.learning.Sample;
import io.perennial.churn.model.LinearModel;
import io.perennial.deploy.bench.churn.TrainingTask.Fit;
import io.perennial.deploy.bench.report.CannotMeasure;
import java.util.Arrays;

/** liblinear's L2R_LR with the largest of some tolerances that gets there. */
final class LiblinearPeer {

    private static final double[] TOLERANCES = {1, 0.3, 0.1, 0.03, 0.01, 0.001, 0.0001};
    private static final int COLUMNS = TrainingTask.COLUMNS;

    private final TrainingTask task;
    private final Problem problem;

    LiblinearPeer(TrainingTask task) {
        this.task = task;
        this.problem = problem(task);
        Linear.disableDebugOutput();
    }

    Fit fit(double tolerance) {
        var parameter = new Parameter(SolverType.L2R_LR, 1 / TrainingTask.PENALTY.strength(), tolerance);
        return task.time("liblinear, tolerance " + tolerance, () -> model(Linear.train(problem, parameter)));
    }

    double fastest() {
        for (double tolerance : TOLERANCES) {
            if (fit(tolerance).isNear()) {
                return tolerance;
            }
        }
        throw new CannotMeasure("liblinear did not get within " + TrainingTask.GAP);
    }

    private static Problem problem(TrainingTask task) {
        Sample sample = task.sample();
        Problem problem = new Problem();
        problem.l = sample.size();
        problem.n = COLUMNS + 1;
        problem.bias = 1;
        problem.x = new Feature[sample.size()][];
        problem.y = new double[sample.size()];
        for (int row = 0; row < sample.size(); row++) {
            double[] standard = task.standardiser().apply(sample.row(row));
            Feature[] nodes = new Feature[COLUMNS + 1];
            for (int column = 0; column < COLUMNS; column++) {
                nodes[column] = new FeatureNode(column + 1, standard[column]);
            }
            nodes[COLUMNS] = new FeatureNode(COLUMNS + 1, 1);
            problem.x[row] = nodes;
            problem.y[row] = sample.outcome(row) ? 1 : 0;
        }
        return problem;
    }

    private LinearModel model(Model trained) {
        double sign = trained.getLabels()[0] == 1 ? 1 : -1;
        double[] weights = Arrays.stream(trained.getFeatureWeights())
                .map(weight -> sign * weight)
                .toArray();
        return new LinearModel(task.standardiser(), Arrays.copyOf(weights, COLUMNS), weights[COLUMNS]);
    }
}
