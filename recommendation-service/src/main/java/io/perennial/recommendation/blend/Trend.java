package io.perennial.recommendation.blend;

/**
 * How much each item is in demand, as a part of every score: as a factor, for what nobody buys any more is seldom bought
 * next, and as a share, which orders what the models are silent about. Immutable.
 */
public final class Trend {

    /** Too little to change an order that any model speaks for. */
    private static final double WHISPER = 1e-9;

    private final float[] demand;
    private final double power;
    private final double share;
    private final float[] factors;
    private final float[] summands;

    private Trend(float[] demand, double power, double share) {
        this.demand = demand;
        this.power = power;
        this.share = share;
        float most = 0;
        for (float one : demand) {
            most = Math.max(most, one);
        }
        factors = new float[demand.length];
        summands = new float[demand.length];
        for (int item = 0; item < demand.length; item++) {
            factors[item] = (float) Math.pow((demand[item] + 1) / (most + 1), power);
            summands[item] = (float) (Math.max(WHISPER, share) * demand[item] / Math.max(1, most));
        }
    }

    /** Of no influence but where the models are silent; demand by item, such as decayed interactions, at least 0. */
    public static Trend of(float[] demand) {
        return new Trend(demand.clone(), 0, 0);
    }

    /** With its {@link #power} and {@link #share}; takes the demand over. */
    static Trend of(float[] demand, double power, double share) {
        return new Trend(demand, power, share);
    }

    /** Of all interactions alike. */
    public static Trend of(int[] counts) {
        float[] demand = new float[counts.length];
        for (int item = 0; item < counts.length; item++) {
            demand[item] = counts[item];
        }
        return new Trend(demand, 0, 0);
    }

    /** The power of the factor; 0 leaves scores as they are, 1 multiplies by demand. */
    public double power() {
        return power;
    }

    /** The share of the most demanded item. */
    public double share() {
        return share;
    }

    public Trend withPower(double newPower) {
        return new Trend(demand, newPower, share);
    }

    public Trend withShare(double newShare) {
        return new Trend(demand, power, newShare);
    }

    float demand(int item) {
        return demand[item];
    }

    double applied(int item, double score) {
        return score * factors[item] + summands[item];
    }

    void applyTo(float[] scores) {
        for (int item = 0; item < scores.length; item++) {
            scores[item] = scores[item] * factors[item] + summands[item];
        }
    }
}
