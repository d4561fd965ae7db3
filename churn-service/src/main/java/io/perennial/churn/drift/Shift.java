package io.perennial.churn.drift;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a sample is from a reference: the population stability index {@code Σ (q − p) ln(q / p)} over the reference's bins,
 * the missing being one, and the Kolmogorov-Smirnov distance at the bins' edges. Both have a bound that samples of these sizes
 * exceed by chance once in a thousand: of the PSI, χ² times (1/n + 1/m) (Yurdakul and Naranjo 2020).
 *
 * @param psiByChance exceeded by chance once in a thousand
 * @param ksByChance exceeded by chance once in a thousand
 */
public record Shift(double psi, double psiByChance, double ks, double ksByChance) {

    private static final double Z_999 = 3.0902;
    private static final double KOLMOGOROV_999 = 1.9495;

    /** The values against the reference; either being empty there is no shift. */
    public static Shift of(Sketch reference, double[] values) {
        Sketch current = reference.with(values);
        double n = reference.total();
        double m = current.total();
        if (n == 0 || m == 0) {
            return new Shift(0, 0, 0, 0);
        }
        List<double[]> shares = shares(reference, current);
        double psi = 0;
        for (double[] pair : shares) {
            psi += (pair[1] - pair[0]) * Math.log(pair[1] / pair[0]);
        }
        double size = 1 / n + 1 / m;
        return new Shift(
                psi, chiSquared999(shares.size() - 1) * size, ks(reference, current), KOLMOGOROV_999 * Math.sqrt(size));
    }

    /** Beyond the bound, and beyond what chance explains. */
    public boolean exceeds(double psiBound, double ksBound) {
        return (psi > psiBound && psi > psiByChance) || (ks > ksBound && ks > ksByChance);
    }

    /** Of each bin that either has anything in; half a shopper is added to each, so that an empty one is not infinitely far. */
    private static List<double[]> shares(Sketch reference, Sketch current) {
        List<long[]> counts = new ArrayList<>();
        counts.add(new long[] {reference.missing(), current.missing()});
        for (int bin = 0; bin < reference.counts().size(); bin++) {
            counts.add(new long[] {reference.counts().get(bin), current.counts().get(bin)});
        }
        counts.removeIf(pair -> pair[0] + pair[1] == 0);
        double half = 0.5 * counts.size();
        return counts.stream()
                .map(pair -> new double[] {
                    (pair[0] + 0.5) / (reference.total() + half), (pair[1] + 0.5) / (current.total() + half)
                })
                .toList();
    }

    /** Of the present values; the missing are the PSI's to see. */
    private static double ks(Sketch reference, Sketch current) {
        double n = reference.total() - reference.missing();
        double m = current.total() - current.missing();
        if (n == 0 || m == 0) {
            return 0;
        }
        double below = 0;
        double belowNow = 0;
        double farthest = 0;
        for (int bin = 0; bin < reference.counts().size(); bin++) {
            below += reference.counts().get(bin) / n;
            belowNow += current.counts().get(bin) / m;
            farthest = Math.max(farthest, Math.abs(below - belowNow));
        }
        return farthest;
    }

    /** The 99.9 % quantile (Wilson and Hilferty 1931). */
    static double chiSquared999(int degrees) {
        if (degrees <= 0) {
            return 0;
        }
        double ninth = 2.0 / (9 * degrees);
        return degrees * Math.pow(1 - ninth + Z_999 * Math.sqrt(ninth), 3);
    }
}
