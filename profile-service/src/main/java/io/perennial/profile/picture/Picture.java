package io.perennial.profile.picture;

import io.perennial.common.event.Event;
import io.perennial.common.identity.Identifier;
import io.perennial.profile.affinity.Affinities;
import io.perennial.profile.affinity.Affinity;
import io.perennial.profile.affinity.Fading;
import io.perennial.profile.session.Sessions;
import io.perennial.profile.trait.Precedence;
import io.perennial.profile.trait.Traits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one identifier add up to: the same for the same events in any order and any split. Pictures of
 * several identifiers {@linkplain #merged merge} into that of the shopper behind them. Not thread-safe.
 */
public final class Picture {

    final Traits traits = new Traits();
    final Traits personal = new Traits();
    final Tally tally;
    final Affinities categories;
    final Affinities brands;
    final Affinities products;
    final Sessions sessions;

    Picture(Fading fading, long sessionGapSeconds) {
        this(
                new Tally(),
                new Affinities(fading),
                new Affinities(fading),
                new Affinities(fading),
                new Sessions(sessionGapSeconds));
    }

    Picture(Tally tally, Affinities categories, Affinities brands, Affinities products, Sessions sessions) {
        this.tally = tally;
        this.categories = categories;
        this.brands = brands;
        this.products = products;
        this.sessions = sessions;
    }

    /** Takes in an event of the identifier, to be seen once. Own sends leave no mark here. */
    void observe(Event event) {
        Observation.of(event).mark(this);
    }

    /**
     * The picture of the shopper behind several identifiers. What names the person is taken from an anonymous identifier
     * only where no known one says it; everything else counts alike.
     */
    static Picture merged(Picture blank, Map<Identifier, Picture> pictures) {
        Traits anonymous = new Traits();
        pictures.forEach((identifier, picture) -> {
            Precedence precedence = Observation.precedence(identifier, true);
            (precedence == Precedence.GUARDED ? blank.personal : anonymous).merge(picture.personal, precedence);
            blank.traits.merge(picture.traits, Precedence.LATEST);
            blank.tally.merge(picture.tally);
            blank.categories.merge(picture.categories);
            blank.brands.merge(picture.brands);
            blank.products.merge(picture.products);
            blank.sessions.merge(picture.sessions);
        });
        blank.personal.fillFrom(anonymous);
        return blank;
    }

    public Traits traits() {
        return traits;
    }

    /** What names the person. */
    public Traits personal() {
        return personal;
    }

    public Optional<Instant> firstSeen() {
        return Optional.ofNullable(tally.firstSeen);
    }

    public Optional<Instant> lastSeen() {
        return Optional.ofNullable(tally.lastSeen);
    }

    /** Distinct events, own sends not among them. */
    public long events() {
        return tally.events;
    }

    /** Events by kind: a commerce event's name, {@code Custom}, or the type. */
    public Map<String, Long> counts() {
        return Map.copyOf(tally.byKind);
    }

    /** IANA name as the devices tell it, latest. */
    public @Nullable String zone() {
        return tally.zone == null ? null : tally.zone.name();
    }

    public Sessions sessions() {
        return sessions;
    }

    public List<Affinity> categories(int most, Instant asOf) {
        return categories.strongest(most, asOf);
    }

    public List<Affinity> brands(int most, Instant asOf) {
        return brands.strongest(most, asOf);
    }

    public List<Affinity> products(int most, Instant asOf) {
        return products.strongest(most, asOf);
    }
}
