package io.perennial.recommendation.factor;

import io.perennial.recommendation.algebra.Kernel;
import io.perennial.recommendation.algebra.SparseMatrix;
import io.perennial.recommendation.algebra.SymmetricEigen;
import java.util.stream.IntStream;

/**
 * Alternating least squares on implicit feedback (Hu, Koren and Volinsky, "Collaborative filtering for implicit feedback
 * datasets", ICDM 2008): shoppers and items in turn, each point solved for with the other side held, on all cores. The same
 * matrix, parameters and beginning give the same model, whatever the number of cores.
 */
public final class AlsTrainer {

    /** So small that the many cells of popular items, which may lie together, are shared among cores. */
    private static final int CHUNK = 64;

    private final AlsParameters parameters;
    private final Kernel kernel;

    public AlsTrainer(AlsParameters parameters, Kernel kernel) {
        this.parameters = parameters;
        this.kernel = kernel;
    }

    /** From points that are drawn; strengths are of shoppers by items, each positive. */
    public AlsModel train(SparseMatrix strengths) {
        return train(strengths, Points.drawn(strengths.columns(), parameters.factors(), parameters.seed(), kernel));
    }

    /** From an earlier model's points, where it has as many items and factors: fewer iterations will do. */
    public AlsModel train(SparseMatrix strengths, AlsModel earlier) {
        boolean fits =
                earlier.items() == strengths.columns() && earlier.points().factors() == parameters.factors();
        return fits ? train(strengths, earlier.points().copy()) : train(strengths);
    }

    private AlsModel train(SparseMatrix strengths, Points items) {
        SparseMatrix byItem = strengths.transposed();
        Points shoppers = Points.zero(strengths.rows(), parameters.factors(), kernel);
        for (int iteration = 0; iteration < parameters.iterations(); iteration++) {
            improve(strengths, shoppers, items);
            improve(byItem, items, shoppers);
        }
        return new AlsModel(parameters, items);
    }

    private void improve(SparseMatrix rows, Points points, Points others) {
        SymmetricEigen axes = others.axes();
        others.turn(axes);
        points.turn(axes);
        float[] spectrum = others.spectrum(axes);
        IntStream.range(0, (rows.rows() + CHUNK - 1) / CHUNK).parallel().forEach(chunk -> {
            NormalEquation equation = new NormalEquation(parameters, others, spectrum, kernel);
            int to = Math.min(rows.rows(), (chunk + 1) * CHUNK);
            for (int row = chunk * CHUNK; row < to; row++) {
                equation.solve(rows, row, points.coordinates, row * points.stride);
            }
        });
    }
}
