package io.perennial.campaign.definition;

import io.perennial.campaign.input.Fields;
import io.perennial.common.event.EventType;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a campaign's trigger. */
final class TriggerReader {

    private static final List<String> BANDS = List.of("low", "medium", "high");
    private static final List<String> TYPES = List.of("churn-band-reached", "event-seen", "event-not-followed");

    private TriggerReader() {}

    static @Nullable Trigger read(Fields campaign) {
        Fields trigger = campaign.object("trigger");
        if (trigger == null) {
            if (!campaign.has("trigger")) {
                campaign.error(
                        "trigger", "is missing", "write an object whose type is one of " + String.join(", ", TYPES));
            }
            return null;
        }
        String type = trigger.requiredText("type", 40);
        Trigger read = switch (type) {
            case "churn-band-reached" -> bands(trigger);
            case "event-seen" -> new Trigger.EventSeen(event(trigger));
            case "event-not-followed" -> notFollowed(trigger);
            default -> {
                trigger.error("type", "'" + type + "' is unknown", "write one of " + String.join(", ", TYPES));
                yield null;
            }
        };
        if (read != null) {
            trigger.rejectUnknown();
        }
        return read;
    }

    private static Trigger bands(Fields trigger) {
        List<String> bands = trigger.texts("bands");
        if (bands.isEmpty() || !BANDS.containsAll(bands)) {
            trigger.error("bands", "is not a list of bands", "write some of " + String.join(", ", BANDS));
        }
        return new Trigger.ChurnBandReached(new HashSet<>(bands));
    }

    private static Trigger notFollowed(Fields trigger) {
        EventPattern event = event(trigger);
        EventPattern follower = EventPattern.named(trigger.requiredText("notFollowedBy", 200));
        Duration within = trigger.duration("within", Duration.ofSeconds(1), Duration.ofDays(30));
        if (!trigger.has("within")) {
            trigger.error("within", "is missing", "write an ISO-8601 duration such as PT1H");
        }
        return new Trigger.EventNotFollowed(
                event, follower, within == null ? Duration.ofHours(1) : within, trigger.text("key", 100));
    }

    private static EventPattern event(Fields trigger) {
        String name = trigger.text("event", 200);
        String typeName = trigger.text("eventType", 20);
        Map<String, String> where = trigger.textMap("where");
        if ((name == null) == (typeName == null)) {
            trigger.error("event", "is not one event", "write either event (a track event's name) or eventType");
        }
        EventType type = null;
        if (typeName != null) {
            type = Arrays.stream(EventType.values())
                    .filter(t -> t.name().equalsIgnoreCase(typeName))
                    .findFirst()
                    .orElse(null);
            if (type == null) {
                trigger.error(
                        "eventType",
                        "'" + typeName + "' is unknown",
                        "write one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(EventType.values())
                                                .map(t -> t.name().toLowerCase(Locale.ROOT))
                                                .toList()));
            }
        }
        return new EventPattern(name, type, where);
    }
}
