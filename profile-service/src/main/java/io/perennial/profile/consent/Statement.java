package io.perennial.profile.consent;

import io.perennial.common.event.Attributes;
import io.perennial.common.event.Event;
import io.perennial.common.event.EventType;
import io.perennial.common.event.Trust;
import io.perennial.profile.stamp.Stamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody grants or withdraws consent to a purpose; the latest statement holds. */
public record Statement(
        Purpose purpose,
        boolean granted,
        Stamp stamp,
        @Nullable String reason) {

    private static final String UNSUBSCRIBED = "Unsubscribed";

    /**
     * What an event states: Segment's {@code context.consent.categoryPreferences}, and an unsubscription from our mail.
     * A browser's key is public: it may only withdraw.
     */
    static List<Statement> madeBy(Event event) {
        List<Statement> made = new ArrayList<>(0);
        Attributes preferences = event.context().attributes("consent").attributes("categoryPreferences");
        for (Purpose purpose : Purpose.values()) {
            Boolean granted = preferences.bool(purpose.wire());
            if (granted != null && (!granted || event.trust() == Trust.SERVER)) {
                made.add(new Statement(purpose, granted, Stamp.of(event), null));
            }
        }
        if (event.type() == EventType.TRACK && UNSUBSCRIBED.equalsIgnoreCase(event.name())) {
            made.removeIf(statement -> statement.purpose() == Purpose.MARKETING);
            made.add(new Statement(Purpose.MARKETING, false, Stamp.of(event), "unsubscribed"));
        }
        return made;
    }

    Statement later(Statement other) {
        return other.stamp.isAfter(stamp) ? other : this;
    }
}
