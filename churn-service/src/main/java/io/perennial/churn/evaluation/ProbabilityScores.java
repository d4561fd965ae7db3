package io.perennial.churn.evaluation;

/** Proper scores of probabilities: lower is better. */
public final class ProbabilityScores {

    private ProbabilityScores() {}

    /** Mean negative log-likelihood in nats, from log-odds, so that no probability rounds to 0 or 1. */
    public static double logLoss(Predictions predictions) {
        double sum = 0;
        for (int i = 0; i < predictions.size(); i++) {
            sum += logLoss(predictions.score(i), predictions.churned(i));
        }
        return sum / predictions.size();
    }

    /** Of one outcome. */
    public static double logLoss(double logOdds, boolean churned) {
        double against = churned ? -logOdds : logOdds;
        return Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against)));
    }

    /** Log-loss of who always says the base rate. */
    public static double baseLogLoss(double baseRate) {
        return -(xLogX(baseRate) + xLogX(1 - baseRate));
    }

    /** Mean squared error of the probability. */
    public static double brier(Predictions predictions) {
        double sum = 0;
        for (int i = 0; i < predictions.size(); i++) {
            double error = predictions.probability(i) - (predictions.churned(i) ? 1 : 0);
            sum += error * error;
        }
        return sum / predictions.size();
    }

    private static double xLogX(double x) {
        return x == 0 ? 0 : x * Math.log(x);
    }
}
