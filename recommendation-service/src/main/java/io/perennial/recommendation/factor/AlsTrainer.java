package io.perennial.recommendation.factor;

import io.perennial.recommendation.algebra.SparseMatrix;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Alternating least squares on implicit feedback (Hu, Koren and Volinsky, "Collaborative filtering for implicit feedback
 * datasets", ICDM 2008): shoppers and items in turn, each point solved for with the other side held, on all cores. The same
 * matrix, parameters and beginning give the same model, whatever the number of cores.
 */
public final class AlsTrainer {

    private static final int CHUNK = 256;

    private final AlsParameters parameters;

    public AlsTrainer(AlsParameters parameters) {
        this.parameters = parameters;
    }

    /** From points that are drawn; strengths are of shoppers by items, each positive. */
    public AlsModel train(SparseMatrix strengths) {
        return train(strengths, null);
    }

    /** From an earlier model's points, where it has as many items and factors: fewer iterations will do. */
    public AlsModel train(SparseMatrix strengths, @Nullable AlsModel earlier) {
        int factors = parameters.factors();
        SparseMatrix byItem = strengths.transposed();
        boolean warm = earlier != null
                && earlier.items() == strengths.columns()
                && earlier.parameters().factors() == factors;
        float[] items = warm && earlier != null ? earlier.points().clone() : drawn(strengths.columns() * factors);
        float[] shoppers = new float[strengths.rows() * factors];
        for (int iteration = 0; iteration < parameters.iterations(); iteration++) {
            improve(strengths, shoppers, items);
            improve(byItem, items, shoppers);
        }
        return new AlsModel(parameters, items);
    }

    private void improve(SparseMatrix rows, float[] points, float[] others) {
        float[] gram = NormalEquation.gram(others, parameters.factors());
        IntStream.range(0, (rows.rows() + CHUNK - 1) / CHUNK).parallel().forEach(chunk -> {
            NormalEquation equation = new NormalEquation(parameters, others, gram);
            int to = Math.min(rows.rows(), (chunk + 1) * CHUNK);
            for (int row = chunk * CHUNK; row < to; row++) {
                equation.solve(rows, row, points, row * parameters.factors());
            }
        });
    }

    private float[] drawn(int length) {
        Random random = new Random(parameters.seed());
        float[] points = new float[length];
        for (int i = 0; i < length; i++) {
            points[i] = (float) (0.1 * random.nextGaussian());
        }
        return points;
    }
}
