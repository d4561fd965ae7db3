package io.perennial.profile.timeline;

import io.perennial.common.event.Event;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.web.Cursor;
import io.perennial.common.web.Page;
import io.perennial.common.web.PageRequest;
import io.perennial.common.web.Problem;
import io.perennial.profile.identity.IdentityGraph;
import io.perennial.profile.stamp.Stamp;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pages through what a shopper did, newest first. */
@RestController
class TimelineController {

    private static final int STANDARD = 50;
    private static final int MOST = 500;

    private final IdentityGraph identities;
    private final Timeline timeline;

    TimelineController(IdentityGraph identities, Timeline timeline) {
        this.identities = identities;
        this.timeline = timeline;
    }

    @GetMapping("/v1/profiles/{id}/timeline")
    @Secured("profiles:read")
    Page<TimelineItem> timeline(
            @PathVariable String id,
            @RequestParam @Nullable String event,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        int most = PageRequest.limit(limit, STANDARD, MOST);
        TimelineFilter filter = new TimelineFilter(
                event, instant("from", from), instant("to", to), cursor == null ? null : after(cursor));
        ProfileId profile = identities.require(id);
        List<Identifier> members = identities.members(List.of(profile)).getOrDefault(profile, List.of());
        List<Event> found = timeline.newest(members, filter, most + 1);
        List<Event> shown = found.subList(0, Math.min(most, found.size()));
        return new Page<>(
                shown.stream().map(TimelineItem::of).toList(), found.size() > most ? cursor(shown.getLast()) : null);
    }

    private static String cursor(Event last) {
        Stamp stamp = Stamp.of(last);
        return Cursor.encode(stamp.at().toString(), stamp.messageId(), stamp.source());
    }

    private static Stamp after(String cursor) {
        List<String> parts = Cursor.decode(cursor, 3);
        Instant at = instant("cursor", parts.get(0));
        return new Stamp(at == null ? Instant.EPOCH : at, parts.get(1), parts.get(2));
    }

    private static @Nullable Instant instant(String field, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.badRequest(
                            "invalid-time",
                            field + " must be an instant such as 2026-01-31T12:00:00Z; it is \"" + text + '"')
                    .with("field", field);
        }
    }
}
