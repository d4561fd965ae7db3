package io.perennial.churn.training;

/**
 * What a training run is told.
 *
 * @param seed of the descent and of the intervals
 * @param steps of the descent in all
 * @param prior how strongly weights are held towards 0, in observations
 * @param minShoppers fewest shoppers to learn from, and to be evaluated on
 * @param minOfEachClass fewest who churned and fewest who stayed, among either
 * @param resamples of the bootstrap intervals
 */
record TrainingSettings(long seed, long steps, double prior, int minShoppers, int minOfEachClass, int resamples) {

    static final TrainingSettings DEFAULTS = new TrainingSettings(20_111_209, 2_000_000, 100, 200, 40, 200);
}
