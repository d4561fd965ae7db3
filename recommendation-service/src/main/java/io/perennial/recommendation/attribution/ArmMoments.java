package io.perennial.recommendation.attribution;

/**
 * Sums over the shoppers of an arm, of what each did after recommendations they saw there.
 *
 * @param shoppers who saw at least one
 * @param converted those of them with an order that was not cancelled
 * @param seen recommendations seen; then those clicked and carted, and revenue less refunds
 * @param seenSquares sum over shoppers of the square; likewise for the others, and for the products of two
 */
public record ArmMoments(
        String arm,
        long shoppers,
        long converted,
        double seen,
        double clicked,
        double carted,
        double revenue,
        double seenSquares,
        double clickedSquares,
        double cartedSquares,
        double revenueSquares,
        double clickedSeen,
        double cartedSeen) {}
