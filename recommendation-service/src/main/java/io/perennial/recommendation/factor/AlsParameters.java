package io.perennial.recommendation.factor;

/**
 * What shapes an ALS model.
 *
 * @param factors dimensions of the space
 * @param iterations of both sides each
 * @param ridge on each factor of each point, times the cells of its row (Zhou, Wilkinson, Schreiber and Pan, "Large-scale
 *     parallel collaborative filtering for the Netflix Prize", 2008)
 * @param alpha a strength of r is believed with 1 + alpha · r
 * @param steps of conjugate gradients to solve for a point, from where it was
 * @param seed of the points it starts from
 */
public record AlsParameters(int factors, int iterations, double ridge, double alpha, int steps, long seed) {

    public AlsParameters {
        if (factors < 1 || iterations < 1 || !(ridge > 0) || !(alpha > 0) || steps < 1) {
            throw new IllegalArgumentException("factors, iterations and steps are at least 1, ridge and alpha above 0");
        }
    }
}
