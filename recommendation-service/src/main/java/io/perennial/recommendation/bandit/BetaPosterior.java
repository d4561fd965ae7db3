package io.perennial.recommendation.bandit;

/** What is known of an arm whose rewards are 0 or 1, from a uniform prior: Beta(1 + successes, 1 + failures). */
public record BetaPosterior(double successes, double failures) {

    public BetaPosterior {
        if (!(successes >= 0 && failures >= 0)) {
            throw new IllegalArgumentException("counts are not negative: " + successes + ", " + failures);
        }
    }

    public double mean() {
        return (1 + successes) / (2 + successes + failures);
    }

    double deviation() {
        double mean = mean();
        return Math.sqrt(mean * (1 - mean) / (3 + successes + failures));
    }

    /** The density's logarithm at x in (0, 1), relative to its greatest. */
    double logDensity(double x) {
        double n = successes + failures;
        double mode = n == 0 ? 0.5 : successes / n;
        return times(successes, Math.log(x))
                + times(failures, Math.log1p(-x))
                - times(successes, Math.log(mode))
                - times(failures, Math.log1p(-mode));
    }

    /** Zero times the logarithm of zero is zero. */
    private static double times(double count, double logarithm) {
        return count == 0 ? 0 : count * logarithm;
    }
}
