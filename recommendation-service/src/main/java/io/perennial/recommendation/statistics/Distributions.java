package io.perennial.recommendation.statistics;

/** The two distributions tests here need: normal and χ². */
public final class Distributions {

    private static final double ACCURACY = 1e-14;
    private static final int MOST_TERMS = 10_000;
    private static final double STIRLING_FROM = 15;

    private Distributions() {}

    /** P(χ² with so many degrees of freedom ≥ x). */
    public static double chiSquareTail(double x, int freedom) {
        return x <= 0 ? 1 : 1 - lowerGamma(freedom / 2.0, x / 2);
    }

    /** The standard normal's quantile of a share in (0, 1), to about 1e-9; by bisection. */
    public static double normalQuantile(double share) {
        double low = -10;
        double high = 10;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (normal(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** P(standard normal ≤ z). */
    public static double normal(double z) {
        double half = lowerGamma(0.5, z * z / 2) / 2;
        return z >= 0 ? 0.5 + half : 0.5 - half;
    }

    /**
     * The regularised lower incomplete gamma function, by its series or, for large x, its continued fraction (W. H. Press
     * et al., Numerical Recipes, 6.2).
     */
    private static double lowerGamma(double shape, double x) {
        if (x == 0) {
            return 0;
        }
        double scale = Math.exp(-x + shape * Math.log(x) - logGamma(shape));
        if (x < shape + 1) {
            double term = 1 / shape;
            double sum = term;
            for (int n = 1; n < MOST_TERMS && term > sum * ACCURACY; n++) {
                term *= x / (shape + n);
                sum += term;
            }
            return sum * scale;
        }
        double b = x + 1 - shape;
        double c = 1e300;
        double d = 1 / b;
        double fraction = d;
        for (int n = 1; n < MOST_TERMS; n++) {
            double a = -n * (n - shape);
            b += 2;
            d = 1 / (a * d + b);
            c = b + a / c;
            fraction *= c * d;
            if (Math.abs(c * d - 1) < ACCURACY) {
                break;
            }
        }
        return 1 - scale * fraction;
    }

    /** Stirling's series, from where it is accurate to 1e-13. */
    private static double logGamma(double x) {
        double shift = 0;
        double y = x;
        while (y < STIRLING_FROM) {
            shift += Math.log(y);
            y++;
        }
        double z = 1 / (y * y);
        double series = (1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z / 1680))) / y;
        return (y - 0.5) * Math.log(y) - y + Math.log(2 * Math.PI) / 2 + series - shift;
    }
}
