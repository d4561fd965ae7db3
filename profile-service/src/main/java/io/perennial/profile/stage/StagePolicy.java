package io.perennial.profile.stage;

import io.perennial.profile.order.Purchases;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The life cycle as a pure function of a shopper's purchases, the population's rhythm and the time. A buyer is measured by
 * the interval at which orders are expected: with enough orders the shopper's own mean, else the population's median,
 * between a floor and a ceiling.
 */
public record StagePolicy(StageSettings settings) {

    /**
     * A stage, and when it ends if nothing happens.
     *
     * @param until null: never
     */
    public record Standing(Stage stage, @Nullable Instant until) {}

    /**
     * Where the shopper stands as of the time.
     *
     * @param identified known by user id or e-mail
     * @param population median interval of repeat buyers; null while too few are known
     */
    public Standing of(boolean identified, Purchases purchases, @Nullable Duration population, Instant asOf) {
        Instant first = purchases.firstAt();
        Instant last = purchases.lastAt();
        if (first == null || last == null) {
            return new Standing(identified ? Stage.LEAD : Stage.VISITOR, null);
        }
        Duration interval = expectedInterval(purchases, population);
        Instant risk = last.plus(times(interval, settings.atRiskAfter()));
        Instant lapse = last.plus(times(interval, settings.lapsedAfter()));
        Instant noLongerNew = first.plus(settings.newFor());
        if (purchases.standing() == 1 && asOf.isBefore(noLongerNew)) {
            return new Standing(Stage.NEW, noLongerNew);
        }
        if (asOf.isBefore(risk)) {
            return new Standing(Stage.ACTIVE, risk);
        }
        return asOf.isBefore(lapse) ? new Standing(Stage.AT_RISK, lapse) : new Standing(Stage.LAPSED, null);
    }

    private Duration expectedInterval(Purchases purchases, @Nullable Duration population) {
        Duration own = purchases.standing() >= settings.ownIntervalFrom() ? purchases.meanInterval() : null;
        Duration typical = population != null ? population : settings.intervalUntilKnown();
        Duration expected = own != null ? own : typical;
        if (expected.compareTo(settings.shortestInterval()) < 0) {
            return settings.shortestInterval();
        }
        return expected.compareTo(settings.longestInterval()) > 0 ? settings.longestInterval() : expected;
    }

    private static Duration times(Duration duration, double factor) {
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }
}
