package io.perennial.profile.picture;

import io.perennial.common.event.Attributes;
import io.perennial.common.event.CommerceEvent;
import io.perennial.common.event.CommerceEvent.OrderCancelled;
import io.perennial.common.event.CommerceEvent.OrderCompleted;
import io.perennial.common.event.CommerceEvent.OrderRefunded;
import io.perennial.common.event.CommerceEvent.OrderUpdated;
import io.perennial.common.event.CommerceEventName;
import io.perennial.common.event.Event;
import io.perennial.common.event.EventType;
import io.perennial.common.event.Product;
import io.perennial.common.event.Trust;
import io.perennial.common.identity.Identifier;
import io.perennial.profile.affinity.Interest;
import io.perennial.profile.stamp.Stamp;
import io.perennial.profile.trait.Precedence;
import io.perennial.profile.trait.Trait;
import io.perennial.profile.trait.Traits;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one event leaves in a picture. */
record Observation(Event event, @Nullable CommerceEvent commerce, Instant at, Stamp stamp) {

    /** Of the device or the connection, not of the person. */
    private static final Set<String> NOT_TRAITS = Set.of("ip");

    static Observation of(Event event) {
        return new Observation(
                event, CommerceEvent.of(event), event.occurredAt().truncatedTo(ChronoUnit.MICROS), Stamp.of(event));
    }

    /** Only servers change what names a known shopper; all else goes by time. */
    static Precedence precedence(Identifier identifier, boolean personal) {
        return personal && identifier.kind() == Identifier.Kind.USER_ID ? Precedence.GUARDED : Precedence.LATEST;
    }

    void mark(Picture picture) {
        if (event.ownSend()) {
            return;
        }
        picture.tally.seen(at, at);
        picture.tally.events++;
        picture.tally.counted(kind(), 1);
        zone(picture.tally);
        if (event.type() == EventType.IDENTIFY) {
            traits(picture.traits, event.traits(), false);
            traits(picture.personal, event.personal().values(), true);
        }
        if (isVisit()) {
            picture.sessions.add(at, commerce instanceof OrderCompleted);
        }
        if (commerce != null) {
            interest(picture, Interest.of(commerce));
        }
    }

    /** What a shop's back office says of a shopper or an order is no visit. */
    private boolean isVisit() {
        return switch (event.type()) {
            case TRACK ->
                !(commerce instanceof OrderUpdated
                        || commerce instanceof OrderCancelled
                        || commerce instanceof OrderRefunded);
            case PAGE, SCREEN -> true;
            case IDENTIFY, GROUP, ALIAS -> false;
        };
    }

    private String kind() {
        if (event.type() != EventType.TRACK) {
            return event.type().wire();
        }
        CommerceEventName name = event.name() == null ? null : CommerceEventName.of(event.name());
        return name == null ? "Custom" : name.wire();
    }

    private void traits(Traits traits, Attributes said, boolean personal) {
        Precedence precedence = precedence(event.identifier(), personal);
        said.asMap().forEach((name, value) -> {
            if (!personal || !NOT_TRAITS.contains(name)) {
                traits.state(name, new Trait(value, stamp, event.trust() == Trust.SERVER), precedence);
            }
        });
    }

    private void zone(Tally tally) {
        String zone = event.context().text("timezone");
        if (zone == null || (tally.zone != null && !stamp.isAfter(tally.zone.stamp()))) {
            return;
        }
        try {
            tally.zone(new Tally.Zone(ZoneId.of(zone).getId(), stamp));
        } catch (DateTimeException e) {
            // a device's fantasy; the last real zone stands
        }
    }

    private void interest(Picture picture, Interest interest) {
        for (Product product : interest.products()) {
            if (product.category() != null) {
                picture.categories.add(product.category(), interest.weight(), at);
            }
            if (product.brand() != null) {
                picture.brands.add(product.brand(), interest.weight(), at);
            }
            String key = product.key();
            if (key != null) {
                picture.products.add(key, interest.weight(), at);
            }
        }
    }
}
