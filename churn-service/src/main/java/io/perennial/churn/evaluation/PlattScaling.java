package io.perennial.churn.evaluation;

/**
 * Recalibration by an affine map of the log-odds (Platt 1999, with the smoothed targets of that paper and the Newton steps of
 * Lin, Lin and Weng 2007). Affine, so reasons still sum.
 */
public record PlattScaling(double slope, double offset) {

    /** What changes nothing. */
    public static final PlattScaling IDENTITY = new PlattScaling(1, 0);

    private static final int STEPS = 100;

    public double apply(double logOdds) {
        return slope * logOdds + offset;
    }

    /** The map that fits the outcomes best. */
    public static PlattScaling fit(Predictions predictions) {
        int churned = predictions.churnedCount();
        double high = (churned + 1.0) / (churned + 2.0);
        double low = 1.0 / (predictions.size() - churned + 2.0);
        double slope = 0;
        double offset = Math.log((churned + 1.0) / (predictions.size() - churned + 1.0));
        double loss = loss(predictions, slope, offset, high, low);
        for (int step = 0; step < STEPS; step++) {
            double gradientSlope = 0;
            double gradientOffset = 0;
            double slopeSlope = 1e-12;
            double slopeOffset = 0;
            double offsetOffset = 1e-12;
            for (int i = 0; i < predictions.size(); i++) {
                double x = predictions.score(i);
                double p = Predictions.sigmoid(slope * x + offset);
                double error = p - (predictions.churned(i) ? high : low);
                double weight = p * (1 - p);
                gradientSlope += error * x;
                gradientOffset += error;
                slopeSlope += weight * x * x;
                slopeOffset += weight * x;
                offsetOffset += weight;
            }
            double determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset;
            double stepSlope = -(offsetOffset * gradientSlope - slopeOffset * gradientOffset) / determinant;
            double stepOffset = -(slopeSlope * gradientOffset - slopeOffset * gradientSlope) / determinant;
            double length = 1;
            double next = loss(predictions, slope + stepSlope, offset + stepOffset, high, low);
            while (next > loss && length > 1e-10) {
                length /= 2;
                next = loss(predictions, slope + length * stepSlope, offset + length * stepOffset, high, low);
            }
            if (!(next <= loss)) {
                break;
            }
            slope += length * stepSlope;
            offset += length * stepOffset;
            if (loss - next < 1e-12 * predictions.size()) {
                break;
            }
            loss = next;
        }
        return new PlattScaling(slope, offset);
    }

    private static double loss(Predictions predictions, double slope, double offset, double high, double low) {
        double sum = 0;
        for (int i = 0; i < predictions.size(); i++) {
            double z = slope * predictions.score(i) + offset;
            double target = predictions.churned(i) ? high : low;
            sum += Math.max(z, 0) - target * z + Math.log1p(Math.exp(-Math.abs(z)));
        }
        return sum;
    }
}
