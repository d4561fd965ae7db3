package io.perennial.churn.feature;

/** How a value enters the linear model. */
public enum Scale {
    /** As it is. */
    LINEAR,
    /** ln(1 + |value|) with the value's sign: for what spans magnitudes. */
    LOG;

    double apply(double value) {
        // Not log1p, which the JVM does not compile to instructions of its own: 1 + value is exact enough of days and
        // amounts. Nor a method for each constant: which is called would be looked up for every feature of every
        // shopper.
        return this == LOG ? Math.copySign(Math.log(1 + Math.abs(value)), value) : value;
    }
}
