package io.perennial.churn.label;

import io.perennial.churn.feature.FeatureVector;
import io.perennial.churn.history.ShopperHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The time in which shoppers are asked about, each once. Training, the baseline it leaves and the watch all ask in this way, so that like is
 * compared with like.
 *
 * @param length how far before {@code until} moments count; zero: only {@code until} itself does
 */
public record Window(Target target, Instant until, Duration length) {

    /** What is asked as of moments is asked of all moments in a step of the training, what is asked as of a day as of its end. */
    public static Window before(Instant until, Target target, Duration step) {
        return new Window(target, until, target.ofMoments() ? step : Duration.ZERO);
    }

    /** A shopper as of when they are asked about. */
    public record Asked(Instant asOf, FeatureVector features) {}

    /** The shopper as the model is asked about them. Empty where there is nothing to ask, or nothing is known of them by then. */
    public Optional<Asked> ask(UUID shopper, ShopperHistory history) {
        return moment(shopper, history)
                .flatMap(asOf -> target.features().extract(history, asOf).map(features -> new Asked(asOf, features)));
    }

    /** As of when the shopper is asked about: of several moments one is drawn, always the same. Empty where there is nothing to ask. */
    Optional<Instant> moment(UUID shopper, ShopperHistory history) {
        return target.moment(history, until.minus(length), until, draw(shopper));
    }

    /** From 0 to below 1, of each shopper and window another. */
    private double draw(UUID shopper) {
        return new SplittableRandom(shopper.getLeastSignificantBits() ^ until.getEpochSecond()).nextDouble();
    }
}
