package io.perennial.churn.learning;

import io.perennial.churn.learning.StandardBlocks.Block;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The objective, its gradient and, where asked for, its Hessian at one point, by one pass over the rows: weights of the columns
 * first, the intercept last. The Hessian is most of the work. The rows are always cut into the same parts and those summed in order, so any number of cores gives the same bits.
 */
final class LogisticPass {

    private static final int MOST_PARTS = 32;
    private static final int ROWS = StandardBlocks.ROWS;

    private final double value;
    private final double[] gradient;
    private final double[][] hessian;

    private LogisticPass(double value, double[] gradient, double[][] hessian) {
        this.value = value;
        this.gradient = gradient;
        this.hessian = hessian;
    }

    double value() {
        return value;
    }

    /** Not to be changed. */
    double[] gradient() {
        return gradient;
    }

    /** The lower triangle of it; zeros of a pass that left it out. Not to be changed. */
    double[][] hessian() {
        return hessian;
    }

    static LogisticPass over(StandardBlocks blocks, Penalty penalty, double[] at) {
        return over(blocks, penalty, at, true);
    }

    /** The gradient alone; the value is 0. */
    static LogisticPass slope(StandardBlocks blocks, Penalty penalty, double[] at) {
        return over(blocks, penalty, at, false);
    }

    private static LogisticPass over(StandardBlocks blocks, Penalty penalty, double[] at, boolean curved) {
        int parts = Math.min(MOST_PARTS, blocks.count());
        Part[] sums = new Part[parts];
        IntStream.range(0, parts).parallel().forEach(part -> {
            Part sum = new Part(at, curved);
            int to = (int) ((long) (part + 1) * blocks.count() / parts);
            for (int block = (int) ((long) part * blocks.count() / parts); block < to; block++) {
                sum.add(blocks.block(block));
            }
            sums[part] = sum;
        });
        for (int part = 1; part < parts; part++) {
            sums[0].add(sums[part]);
        }
        return sums[0].finished(penalty);
    }

    /** The sums over some blocks. */
    private static final class Part {

        private final double[] at;
        private final boolean curved;
        private final int size;
        private final double[][] gram;
        private final double[] gradient;
        private double value;

        private final float[] scaled;
        private final float[] margins = new float[ROWS];
        private final float[] errors = new float[ROWS];
        private final float[] roots = new float[ROWS];

        Part(double[] at, boolean curved) {
            this.at = at;
            this.curved = curved;
            this.size = at.length;
            this.gram = new double[size][size];
            this.gradient = new double[size];
            this.scaled = new float[curved ? (size + 3) / 4 * 4 * ROWS : 0];
        }

        void add(Block block) {
            margins(block.values);
            if (curved) {
                probabilities(block.targets, block.weights);
            } else {
                errors(block.targets, block.weights);
            }
            for (int column = 0; column < size - 1; column++) {
                gradient[column] += slope(block.values, column * ROWS);
            }
            for (int row = 0; row < ROWS; row++) {
                gradient[size - 1] += errors[row];
            }
            if (curved) {
                curve(block.values);
            }
        }

        private void margins(float[] values) {
            Arrays.fill(margins, (float) at[size - 1]);
            for (int column = 0; column < size - 1; column++) {
                float weight = (float) at[column];
                int from = column * ROWS;
                for (int row = 0; row < ROWS; row++) {
                    margins[row] += weight * values[from + row];
                }
            }
        }

        private void probabilities(float[] targets, float[] weights) {
            for (int row = 0; row < ROWS; row++) {
                double margin = margins[row];
                double e = Math.exp(-Math.abs(margin));
                double p = margin >= 0 ? 1 / (1 + e) : e / (1 + e);
                value += weights[row] * (Math.max(margin, 0) - targets[row] * margin + Math.log(1 + e));
                errors[row] = (float) (weights[row] * (p - targets[row]));
                roots[row] = (float) Math.sqrt(weights[row] * e / ((1 + e) * (1 + e)));
            }
        }

        private void errors(float[] targets, float[] weights) {
            for (int row = 0; row < ROWS; row++) {
                errors[row] = (float) (weights[row] * (1 / (1 + Math.exp(-margins[row])) - targets[row]));
            }
        }

        private double slope(float[] values, int from) {
            float one = 0;
            float two = 0;
            float three = 0;
            float four = 0;
            for (int row = 0; row < ROWS; row += 4) {
                one += errors[row] * values[from + row];
                two += errors[row + 1] * values[from + row + 1];
                three += errors[row + 2] * values[from + row + 2];
                four += errors[row + 3] * values[from + row + 3];
            }
            return (double) one + two + three + four;
        }

        /** Adds the columns times the roots of the curvatures, each with each. */
        private void curve(float[] values) {
            for (int column = 0; column < size - 1; column++) {
                int from = column * ROWS;
                for (int row = 0; row < ROWS; row++) {
                    scaled[from + row] = roots[row] * values[from + row];
                }
            }
            System.arraycopy(roots, 0, scaled, (size - 1) * ROWS, ROWS);
            for (int i = 0; i < size; i += 2) {
                for (int j = 0; j <= i; j += 4) {
                    tile(i, j);
                }
            }
        }

        /** Two columns times four: eight sums stay in registers and their additions do not wait for each other. */
        private void tile(int i, int j) {
            int a = i * ROWS;
            int b = Math.min(i + 1, size - 1) * ROWS;
            int c = j * ROWS;
            float ac = 0;
            float ad = 0;
            float ae = 0;
            float af = 0;
            float bc = 0;
            float bd = 0;
            float be = 0;
            float bf = 0;
            for (int row = 0; row < ROWS; row++) {
                float x = scaled[a + row];
                float y = scaled[b + row];
                float p = scaled[c + row];
                float q = scaled[c + ROWS + row];
                float r = scaled[c + 2 * ROWS + row];
                float s = scaled[c + 3 * ROWS + row];
                ac += x * p;
                ad += x * q;
                ae += x * r;
                af += x * s;
                bc += y * p;
                bd += y * q;
                be += y * r;
                bf += y * s;
            }
            put(i, j, ac, ad, ae, af);
            if (i + 1 < size) {
                put(i + 1, j, bc, bd, be, bf);
            }
        }

        private void put(int i, int j, float one, float two, float three, float four) {
            double[] row = gram[i];
            row[j] += one;
            if (j + 1 < size) {
                row[j + 1] += two;
            }
            if (j + 2 < size) {
                row[j + 2] += three;
            }
            if (j + 3 < size) {
                row[j + 3] += four;
            }
        }

        void add(Part other) {
            value += other.value;
            for (int i = 0; i < size; i++) {
                gradient[i] += other.gradient[i];
                for (int j = 0; j < size; j++) {
                    gram[i][j] += other.gram[i][j];
                }
            }
        }

        /** With the penalty. */
        LogisticPass finished(Penalty penalty) {
            value += penalty.value(Arrays.copyOf(at, size - 1));
            for (int column = 0; column < size - 1; column++) {
                gradient[column] += penalty.gradient(at[column]);
                gram[column][column] += penalty.curvature(at[column]);
            }
            return new LogisticPass(value, gradient, gram);
        }
    }
}
