package io.perennial.recommendation.history;

import java.time.Duration;
import java.time.Instant;

/**
 * How much a signal says of a shopper's taste: by its kind, halved with every half-life of age. One definition for
 * training and for answering.
 */
public record SignalWeights(double view, double wish, double cart, double order, Duration halfLife) {

    public SignalWeights {
        if (view < 0 || wish < 0 || cart < 0 || order < 0) {
            throw new IllegalArgumentException("a signal's weight is not negative");
        }
        if (halfLife.isNegative() || halfLife.isZero()) {
            throw new IllegalArgumentException("a half-life is positive");
        }
    }

    /** The weight at a time; what lies after it counts as new. */
    public double of(Signal signal, Instant asOf) {
        double age = Math.max(0, Duration.between(signal.at(), asOf).toMillis());
        return ofKind(signal.kind()) * Math.pow(2, -age / halfLife.toMillis());
    }

    private double ofKind(InteractionKind kind) {
        return switch (kind) {
            case VIEW -> view;
            case WISH -> wish;
            case CART -> cart;
            case ORDER -> order;
            case UNWISH, REMOVE, CANCEL, RETURN, SEEN -> 0;
        };
    }
}
