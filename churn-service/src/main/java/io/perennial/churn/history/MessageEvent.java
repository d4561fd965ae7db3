package io.perennial.churn.history;

import io.perennial.common.event.Event;
import io.perennial.common.event.EventType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of a message of ours. */
enum MessageEvent {
    /** It arrived. */
    DELIVERED,
    /** The shopper followed it. */
    CLICKED,
    /** What a carrier does, or a mail program by itself: an opening is no sign of a reader. */
    BY_PROGRAM;

    /**
     * By the event's name without regard to case, as Segment's e-mail and push specs and our own events have it; null where it is not about
     * a message.
     */
    static @Nullable MessageEvent of(Event event) {
        if (event.type() != EventType.TRACK || event.name() == null) {
            return null;
        }
        return switch (event.name().toLowerCase(Locale.ROOT)) {
            case "email delivered",
                    "sms delivered",
                    "webhook delivered",
                    "push notification delivered",
                    "push notification received" -> DELIVERED;
            case "email link clicked", "link clicked", "sms link clicked", "push notification tapped" -> CLICKED;
            case "email opened", "email bounced", "email marked as spam", "push notification bounced" -> BY_PROGRAM;
            default -> null;
        };
    }
}
