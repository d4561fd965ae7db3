package io.perennial.recommendation.ranker;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * Learns from clicks what suits and which places are looked at, at once. A product is chosen where its place is looked at, which depends on
 * the place alone, and it suits, which depends on its features alone (position-based model): else what stood on top would be taken for
 * what is liked. Fitted by expectation maximisation with a regression inside (Wang, Golbandi, Bendersky, Metzler and Najork,
 * "Position bias estimation for unbiased learning to rank in personal search", WSDM 2018). Nothing is drawn by chance.
 */
final class RankerTrainer {

    private static final int MOST_ROUNDS = 200;
    /** Log-likelihood a row and round, in nats, below which nothing is gained any more. */
    private static final double CONVERGED = 1e-7;
    /** Of weights, as pseudo-observations: a feature nobody has seen vary keeps none. */
    private static final double RIDGE = 1;
    /** So many looks of a place, as if each second had been one, keep a place that was seldom shown from 0 and 1. */
    private static final double LOOKS = 2;

    private static final double LONGEST_STEP = 2;

    private final double orderWeight;

    /** @param orderWeight what an order counts beside a click */
    RankerTrainer(double orderWeight) {
        this.orderWeight = orderWeight;
    }

    /** Of the given features; the others weigh nothing. */
    ShelfRanker train(List<JudgedShelf> shelves, Collection<Feature> features) {
        Feature[] used = EnumSet.copyOf(features).toArray(Feature[]::new);
        Fit fit = new Fit(new ClickRows(shelves, orderWeight), used);
        double reached = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double now = fit.improve();
            if (now - reached < CONVERGED * fit.rows.size) {
                break;
            }
            reached = now;
        }
        return fit.ranker();
    }

    /** The state of the fit: coefficients of relevance, the intercept last, and examination by place. */
    private static final class Fit {

        private final ClickRows rows;
        private final Feature[] used;
        private final double[] coefficients;
        private final double[] examination;

        Fit(ClickRows rows, Feature[] used) {
            this.rows = rows;
            this.used = used;
            this.coefficients = new double[used.length + 1];
            this.examination = new double[rows.places()];
            Arrays.setAll(examination, place -> 1 / Math.sqrt(place + 1.0));
        }

        /** One round; returns the log-likelihood, penalty included, before it. */
        double improve() {
            int n = coefficients.length;
            double[] gradient = new double[n];
            double[][] curvature = new double[n][n];
            double[] looks = new double[examination.length];
            double[] shown = new double[examination.length];
            double[] x = new double[n];
            double likelihood = penalise(gradient, curvature);
            for (int row = 0; row < rows.size; row++) {
                rows.read(row, used, x);
                double relevant = relevance(x);
                double looked = examination[rows.place[row]];
                double chosen = looked * relevant;
                boolean was = rows.chosen[row];
                likelihood += rows.weight[row] * Math.log(was ? chosen : 1 - chosen);
                // What is not chosen was not looked at, or did not suit.
                double suited = was ? 1 : relevant * (1 - looked) / (1 - chosen);
                looks[rows.place[row]] += rows.weight[row] * (was ? 1 : looked * (1 - relevant) / (1 - chosen));
                shown[rows.place[row]] += rows.weight[row];
                add(gradient, curvature, x, suited - relevant, relevant * (1 - relevant), rows.weight[row]);
            }
            step(Cholesky.solve(curvature, gradient));
            for (int place = 1; place < examination.length; place++) {
                examination[place] = (looks[place] + LOOKS / 2) / (shown[place] + LOOKS);
            }
            examination[0] = 1;
            return likelihood;
        }

        private double penalise(double[] gradient, double[][] curvature) {
            double penalty = 0;
            for (int i = 0; i < gradient.length; i++) {
                double ridge = i < used.length ? RIDGE : 0;
                gradient[i] = -ridge * coefficients[i];
                curvature[i][i] = ridge + 1e-9;
                penalty -= ridge * coefficients[i] * coefficients[i] / 2;
            }
            return penalty;
        }

        private double relevance(double[] x) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += coefficients[i] * x[i];
            }
            return Math.clamp(1 / (1 + Math.exp(-sum)), 1e-9, 1 - 1e-9);
        }

        private static void add(
                double[] gradient, double[][] curvature, double[] x, double error, double spread, double weight) {
            for (int i = 0; i < x.length; i++) {
                double xi = weight * x[i];
                if (xi != 0) {
                    gradient[i] += xi * error;
                    for (int j = 0; j <= i; j++) {
                        curvature[i][j] += xi * spread * x[j];
                    }
                }
            }
        }

        private void step(double[] step) {
            double longest = Arrays.stream(step).map(Math::abs).max().orElse(0);
            double share = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
            for (int i = 0; i < step.length; i++) {
                coefficients[i] += share * step[i];
            }
        }

        ShelfRanker ranker() {
            return new ShelfRanker(ClickRows.spread(used, coefficients), coefficients[used.length], examination);
        }
    }
}
