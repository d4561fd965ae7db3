package io.perennial.campaign.report;

/**
 * What the shoppers of one arm did within the attribution window after they were assigned, as counts and sums.
 *
 * @param converted shoppers with at least one order
 * @param revenue sum over shoppers
 * @param revenueSquares sum over shoppers of the square of their revenue
 */
record Arm(long shoppers, long converted, double revenue, double revenueSquares) {

    static final Arm EMPTY = new Arm(0, 0, 0, 0);

    double rate() {
        return (double) converted / shoppers;
    }

    double mean() {
        return revenue / shoppers;
    }

    /** Unbiased; of at least two shoppers. */
    double variance() {
        return Math.max(0, revenueSquares - revenue * revenue / shoppers) / (shoppers - 1);
    }
}
