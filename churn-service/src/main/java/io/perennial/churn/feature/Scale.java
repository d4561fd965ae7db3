package io.perennial.churn.feature;

/** How a value enters the linear model. */
public enum Scale {
    /** As it is. */
    LINEAR {
        @Override
        double apply(double value) {
            return value;
        }
    },
    /** ln(1 + |value|) with the value's sign: for what spans magnitudes. */
    LOG {
        @Override
        double apply(double value) {
            // Not log1p, which the JVM does not compile to instructions of its own: 1 + value is exact enough of days
            // and amounts.
            return Math.copySign(Math.log(1 + Math.abs(value)), value);
        }
    };

    abstract double apply(double value);
}
