package io.perennial.deploy.bench.recommendation;

import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.recommendation.algebra.Kernel;
import io.perennial.recommendation.algebra.SymmetricInverse;
import io.perennial.recommendation.algebra.SymmetricMatrix;
import io.perennial.recommendation.linear.Capacity;
import io.perennial.recommendation.linear.EaseParameters;
import io.perennial.recommendation.linear.LinearTrainer;
import io.perennial.recommendation.sequence.Sequences;
import java.util.List;
import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;

/** EASE from interactions to pruned weights, on drawn shoppers: its time depends on the number of items alone. */
final class EaseSpeed {

    private static final long SEED = 1;
    private static final int SHOPPERS_AN_ITEM = 5;
    private static final int ITEMS_A_SHOPPER = 10;
    private static final int COMPARED = 1500;
    private static final int WARM = 1024;

    private final Progress progress;
    private final Kernel kernel = Kernel.best();

    EaseSpeed(Progress progress) {
        this.progress = progress;
        progress.says("Kernel: " + kernel.describe());
    }

    /** Seconds of a training, everything included but drawing the shoppers. */
    List<Figure> measure(int items) {
        var sequences = drawn(items);
        var trainer = new LinearTrainer(new Capacity(items, 400, 200), kernel);
        var start = System.nanoTime();
        var weights = trainer.train(new EaseParameters(100, 0.5, 0), sequences);
        var seconds = (System.nanoTime() - start) / 1e9;
        progress.says("EASE on %d items: %.1f s, %d weights kept".formatted(items, seconds, weights.cells()));
        var thousands = items % 1000 == 0 ? items / 1000 + "k" : String.valueOf(items);
        return List.of(
                new Figure("ease_" + thousands + "_seconds", seconds),
                new Figure("ease_" + thousands + "_gflops", (double) items * items * items / seconds / 1e9));
    }

    /** The inverse alone: our kernels, and Hipparchus's Cholesky decomposition in double precision on one core. */
    List<Figure> compareKernels() {
        inverseSeconds(WARM, kernel);
        inverseSeconds(WARM, Kernel.scalar());
        var mine = inverseSeconds(COMPARED, kernel);
        var scalar = inverseSeconds(COMPARED, Kernel.scalar());
        var rows = new double[COMPARED][COMPARED];
        var matrix = gram(COMPARED);
        for (var row = 0; row < COMPARED; row++) {
            for (var column = 0; column < COMPARED; column++) {
                rows[row][column] = matrix.get(row, column);
            }
        }
        var start = System.nanoTime();
        var inverse = new CholeskyDecomposition(new Array2DRowRealMatrix(rows, false))
                .getSolver()
                .getInverse();
        var peer = (System.nanoTime() - start) / 1e9;
        new SymmetricInverse(kernel).invert(matrix);
        var worst = 0.0;
        for (var row = 0; row < COMPARED; row++) {
            for (var column = 0; column < COMPARED; column++) {
                worst = Math.max(worst, Math.abs(matrix.get(row, column) - inverse.getEntry(row, column)));
            }
        }
        progress.says("Inverse of %d rows: %.3f s, scalar %.3f s, Hipparchus %.3f s, greatest difference %.1e"
                .formatted(COMPARED, mine, scalar, peer, worst));
        return List.of(
                new Figure("inverse_hipparchus_ratio", peer / mine), new Figure("inverse_scalar_ratio", scalar / mine));
    }

    private static double inverseSeconds(int order, Kernel kernel) {
        var best = Double.MAX_VALUE;
        for (var repeat = 0; repeat < 3; repeat++) {
            var matrix = gram(order);
            var start = System.nanoTime();
            new SymmetricInverse(kernel).invert(matrix);
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        return best;
    }

    private static SymmetricMatrix gram(int order) {
        var random = new Random(SEED);
        var matrix = new SymmetricMatrix(order);
        for (var pair = 0; pair < 20 * order; pair++) {
            var one = random.nextInt(order);
            var other = random.nextInt(order);
            if (one != other) {
                matrix.add(one, other, 1);
                matrix.add(one, one, 1);
                matrix.add(other, other, 1);
            }
        }
        for (var i = 0; i < order; i++) {
            matrix.add(i, i, 10);
        }
        return matrix;
    }

    /** Popular items are drawn more often: the square of a uniform number, seeded. */
    private static Sequences drawn(int items) {
        var random = new Random(SEED);
        var sequences = new Sequences.Builder(items);
        for (var shopper = 0; shopper < items * SHOPPERS_AN_ITEM; shopper++) {
            for (var step = 0; step < ITEMS_A_SHOPPER; step++) {
                var uniform = random.nextDouble();
                sequences.add((int) (uniform * uniform * items), step);
            }
            sequences.endShopper();
        }
        return sequences.build();
    }
}
