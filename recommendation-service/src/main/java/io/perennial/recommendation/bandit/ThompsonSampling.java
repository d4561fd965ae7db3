package io.perennial.recommendation.bandit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Thompson sampling (W. R. Thompson, Biometrika 25, 1933; S. Agrawal and N. Goyal, COLT 2012): each arm is chosen with the
 * probability that it is the best. The probabilities are integrated numerically and then drawn from, so that a logged
 * propensity is exactly the one that was used, and one integration serves until the posteriors change.
 */
public final class ThompsonSampling {

    private static final int POINTS = 129;
    private static final double WIDTH = 8;
    private static final double EDGE = 1e-12;

    private ThompsonSampling() {}

    /**
     * The probability of each arm, in the order of the arms; they add up to one.
     *
     * @param exploration share dealt out evenly, so that no propensity is so small that estimates from the log break down
     */
    public static double[] probabilities(List<BetaPosterior> arms, double exploration) {
        double[] best = best(arms);
        for (int i = 0; i < best.length; i++) {
            best[i] = (1 - exploration) * best[i] + exploration / best.length;
        }
        return best;
    }

    /** The arm a uniform number in [0, 1) falls on. */
    public static int draw(List<Double> probabilities, double uniform) {
        double point = uniform;
        for (int arm = 0; arm < probabilities.size() - 1; arm++) {
            point -= probabilities.get(arm);
            if (point < 0) {
                return arm;
            }
        }
        return probabilities.size() - 1;
    }

    /** P(arm i is best) is the integral of its density times the others' distribution functions. */
    private static double[] best(List<BetaPosterior> arms) {
        double[] grid = grid(arms);
        double[][] densities = new double[arms.size()][];
        double[][] distributions = new double[arms.size()][];
        for (int arm = 0; arm < arms.size(); arm++) {
            BetaPosterior posterior = arms.get(arm);
            densities[arm] = Arrays.stream(grid)
                    .map(x -> Math.exp(posterior.logDensity(x)))
                    .toArray();
            distributions[arm] = normalised(grid, densities[arm]);
        }
        double[] best = new double[arms.size()];
        for (int arm = 0; arm < best.length; arm++) {
            double[] integrand = densities[arm].clone();
            for (int other = 0; other < best.length; other++) {
                if (other != arm) {
                    for (int i = 0; i < grid.length; i++) {
                        integrand[i] *= distributions[other][i];
                    }
                }
            }
            best[arm] = cumulative(grid, integrand)[grid.length - 1];
        }
        double total = DoubleStream.of(best).sum();
        return DoubleStream.of(best).map(share -> share / total).toArray();
    }

    /** Scales the density to one, and returns its distribution function. */
    private static double[] normalised(double[] grid, double[] density) {
        double[] distribution = cumulative(grid, density);
        double total = distribution[grid.length - 1];
        for (int i = 0; i < grid.length; i++) {
            density[i] /= total;
            distribution[i] /= total;
        }
        return distribution;
    }

    private static double[] cumulative(double[] grid, double[] values) {
        double[] sums = new double[grid.length];
        for (int i = 1; i < grid.length; i++) {
            sums[i] = sums[i - 1] + (grid[i] - grid[i - 1]) * (values[i] + values[i - 1]) / 2;
        }
        return sums;
    }

    /** Points where any arm's density is worth looking at, however wide one and narrow another is. */
    private static double[] grid(List<BetaPosterior> arms) {
        return arms.stream()
                .flatMapToDouble(arm -> DoubleStream.iterate(-WIDTH, z -> z + 2 * WIDTH / (POINTS - 1))
                        .limit(POINTS)
                        .map(z -> Math.clamp(arm.mean() + z * arm.deviation(), EDGE, 1 - EDGE)))
                .sorted()
                .distinct()
                .toArray();
    }
}
