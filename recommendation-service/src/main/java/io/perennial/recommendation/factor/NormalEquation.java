package io.perennial.recommendation.factor;

import io.perennial.recommendation.algebra.Kernel;
import io.perennial.recommendation.algebra.SparseMatrix;
import java.util.Arrays;

/**
 * One point's least squares against all points of the other side: (YᵀY + Yᵀ(C − 1)Y + ridge · n) x = YᵀC p, where C − 1 and p are
 * zero but in the row's n cells; solved by conjugate gradients without forming the left side (Hu, Koren and Volinsky, 2008;
 * Takács, Pilászy and Tikk, "Applications of the conjugate gradient method for implicit feedback collaborative filtering", 2011).
 * The other side stands on its principal axes, where YᵀY is a diagonal: what all rows share costs a step no more than one cell
 * more, and dividing by it brings the steps near the solution soon.
 */
final class NormalEquation {

    private static final float ENOUGH = 1e-12f;

    private final AlsParameters parameters;
    private final Points others;
    private final float[] spectrum;
    private final Kernel kernel;
    private final int stride;
    private final float[] shared;
    private final float[] residual;
    private final float[] divided;
    private final float[] direction;
    private final float[] image;

    /** For one thread; the others stand on axes of which the spectrum holds the values. */
    NormalEquation(AlsParameters parameters, Points others, float[] spectrum, Kernel kernel) {
        this.parameters = parameters;
        this.others = others;
        this.spectrum = spectrum;
        this.kernel = kernel;
        stride = others.stride;
        shared = new float[stride];
        residual = new float[stride];
        divided = new float[stride];
        direction = new float[stride];
        image = new float[stride];
    }

    /** Improves the point that stands in an array from an offset on; a row without cells goes to zero. */
    void solve(SparseMatrix strengths, int row, float[] points, int at) {
        int from = strengths.start(row);
        int to = strengths.start(row + 1);
        if (from == to) {
            Arrays.fill(points, at, at + stride, 0);
            return;
        }
        begin(strengths, from, to, points, at);
        float length = divide();
        System.arraycopy(divided, 0, direction, 0, stride);
        for (int step = 0; step < parameters.steps() && length > ENOUGH; step++) {
            multiply(strengths, from, to);
            float pace = length / kernel.dot(direction, 0, image, 0, stride);
            kernel.addScaled(pace, direction, 0, points, at, stride);
            kernel.addScaled(-pace, image, 0, residual, 0, stride);
            float shorter = divide();
            float keep = shorter / length;
            for (int i = 0; i < stride; i++) {
                direction[i] = divided[i] + keep * direction[i];
            }
            length = shorter;
        }
    }

    /** What the point as it stands leaves over of the right side. */
    private void begin(SparseMatrix strengths, int from, int to, float[] points, int at) {
        float ridge = (float) (parameters.ridge() * (to - from));
        for (int i = 0; i < stride; i++) {
            shared[i] = spectrum[i] + ridge;
            residual[i] = -shared[i] * points[at + i];
        }
        float alpha = (float) parameters.alpha();
        for (int cell = from; cell < to; cell++) {
            int other = strengths.column(cell) * stride;
            float weight = alpha * strengths.value(cell);
            float along = kernel.dot(others.coordinates, other, points, at, stride);
            kernel.addScaled(1 + weight - weight * along, others.coordinates, other, residual, 0, stride);
        }
    }

    /** The residual by what all rows share; returns the product of both. */
    private float divide() {
        for (int i = 0; i < stride; i++) {
            divided[i] = residual[i] / shared[i];
        }
        return kernel.dot(residual, 0, divided, 0, stride);
    }

    /** The left side times the direction, into the image. */
    private void multiply(SparseMatrix strengths, int from, int to) {
        for (int i = 0; i < stride; i++) {
            image[i] = shared[i] * direction[i];
        }
        float alpha = (float) parameters.alpha();
        for (int cell = from; cell < to; cell++) {
            int other = strengths.column(cell) * stride;
            float along = kernel.dot(others.coordinates, other, direction, 0, stride);
            kernel.addScaled(alpha * strengths.value(cell) * along, others.coordinates, other, image, 0, stride);
        }
    }
}
