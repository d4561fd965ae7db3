package io.perennial.churn.label;

import io.perennial.churn.feature.FeatureSet;
import io.perennial.churn.history.Population;
import io.perennial.churn.history.ShopperHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a model foretells: of whom, as of when, and within what time. */
public enum Target {
    /** No order within the horizon, of who has ordered. */
    CHURN(Population.BUYERS, null),
    /** The next order within 30 days, of who has ordered. */
    ORDER(Population.BUYERS, Duration.ofDays(30)),
    /** An order in the session under way, of anybody who is in one. */
    CONVERSION(Population.VISITORS, Duration.ofDays(1)),
    /** A click within a week, of who is sent a message. */
    RESPONSE(Population.VISITORS, Duration.ofDays(7));

    private final Population population;
    private final @Nullable Duration horizon;

    Target(Population population, @Nullable Duration horizon) {
        this.population = population;
        this.horizon = horizon;
    }

    /** As the wire has it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The target of that name; empty where there is none. */
    public static Optional<Target> ofWire(String name) {
        for (Target target : values()) {
            if (target.wire().equals(name)) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }

    /** What is said of those whose outcome came to be, e.g. {@code ordered again within 30 days}. */
    public String cameToBe(int days) {
        return switch (this) {
            case CHURN -> "placed no order within " + days + " days";
            case ORDER -> "ordered again within " + days + " days";
            case CONVERSION -> "ordered before the session was over";
            case RESPONSE -> "followed the message within " + days + " days";
        };
    }

    /** Of whom. */
    public Population population() {
        return population;
    }

    /** What its models are made of. */
    public FeatureSet features() {
        return switch (population) {
            case BUYERS -> FeatureSet.BUYERS;
            case VISITORS -> FeatureSet.VISITORS;
        };
    }

    /** Within what time; null where that is the shop's to say. */
    public @Nullable Duration horizon() {
        return horizon;
    }

    /** Whether it is asked as of what happens to a shopper, not as of a day that is the same for all. */
    public boolean ofMoments() {
        return population == Population.VISITORS;
    }

    /** Whether a contact by a campaign changes the outcome, so that only those left alone tell of it. */
    public boolean changedByContact() {
        return population == Population.BUYERS;
    }

    /**
     * As of when the shopper is asked about, in the time from {@code after} to {@code until}; empty where there is nothing to ask.
     *
     * @param draw from 0 to below 1: which of several moments is taken
     */
    public Optional<Instant> moment(ShopperHistory history, Instant after, Instant until, double draw) {
        return question().moment(history.asOf(until), after, draw);
    }

    /** Whether it came to be; only what is past has an answer. */
    public boolean outcome(ShopperHistory history, Instant asOf, Duration within) {
        return question().answer(history, asOf, within) != (this == CHURN);
    }

    private Question question() {
        return switch (this) {
            case CHURN, ORDER -> new NextOrder();
            case CONVERSION -> new SessionConversion();
            case RESPONSE -> new MessageResponse();
        };
    }
}
