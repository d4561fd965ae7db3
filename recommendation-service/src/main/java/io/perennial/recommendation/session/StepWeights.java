package io.perennial.recommendation.session;

/**
 * What the steps that other sessions took from the last clicks count: sequential rules (Ludewig and Jannach, "Evaluation of
 * session-based recommendation algorithms", UMUAI 2018), read from the index instead of kept beside it.
 *
 * @param share of the score, 0 to 1; the similar sessions have the rest
 * @param steps how far after a click a product may follow; the n-th counts 1/n
 * @param clicks from how many of the last clicks; each before the last counts {@code earlier} times the next
 * @param days decay of a step with its age
 */
public record StepWeights(double share, int steps, int clicks, double earlier, double days) {

    /** Similar sessions alone. */
    public static final StepWeights NONE = new StepWeights(0, 1, 0, 0, 1);

    private static final double DAY = 86_400_000;

    double ofAge(long age) {
        return Math.exp(-Math.max(0, age) / (days * DAY));
    }
}
