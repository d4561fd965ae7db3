package io.perennial.churn.learning;

/**
 * Integrates over [0, 1]: the sum of {@code weight(i) × f(point(i))} is exact for polynomials of a degree below twice the number of
 * points (Gauss 1814).
 */
final class GaussLegendre {

    private final double[] points;
    private final double[] weights;

    /** By Newton's method on the roots of the Legendre polynomial; to rounding for the few points asked for here. */
    GaussLegendre(int count) {
        points = new double[count];
        weights = new double[count];
        for (int i = 0; i < count; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (count + 0.5));
            double slope = 1;
            for (int step = 0; step < 10; step++) {
                double value = 1;
                double before = 0;
                for (int degree = 1; degree <= count; degree++) {
                    double next = ((2 * degree - 1) * x * value - (degree - 1) * before) / degree;
                    before = value;
                    value = next;
                }
                slope = count * (before - x * value) / (1 - x * x);
                x -= value / slope;
            }
            points[i] = (1 + x) / 2;
            weights[i] = 1 / ((1 - x * x) * slope * slope);
        }
    }

    int size() {
        return points.length;
    }

    double point(int i) {
        return points[i];
    }

    double weight(int i) {
        return weights[i];
    }
}
