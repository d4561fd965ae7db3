package io.perennial.campaign.decision;

import io.perennial.campaign.contact.Shoppers;
import io.perennial.campaign.delivery.Deliveries;
import io.perennial.common.web.Cursor;
import io.perennial.common.web.Page;
import io.perennial.common.web.PageRequest;
import io.perennial.common.web.Problem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Decisions over REST, newest first, each with how far its messages are. */
@RestController
@RequestMapping("/v1/decisions")
class DecisionController {

    private final DecisionStore store;
    private final Deliveries deliveries;
    private final Shoppers shoppers;

    DecisionController(DecisionStore store, Deliveries deliveries, Shoppers shoppers) {
        this.store = store;
        this.deliveries = deliveries;
        this.shoppers = shoppers;
    }

    /** A decision as it is answered. */
    record Answer(
            UUID decisionId,
            UUID profileId,
            @Nullable String userId,
            String campaign,
            long campaignVersion,
            String outcome,
            String reason,
            @Nullable String variant,
            @Nullable Double propensity,
            @Nullable String channel,
            Instant triggeredAt,
            Instant decidedAt,
            List<Deliveries.Progress> deliveries) {

        static Answer of(Decision d, List<Deliveries.Progress> deliveries) {
            return new Answer(
                    d.decisionId(),
                    d.profileId(),
                    d.userId(),
                    d.campaign(),
                    d.campaignVersion(),
                    d.outcome(),
                    d.reason(),
                    d.variant(),
                    d.propensity(),
                    d.channel(),
                    d.triggeredAt(),
                    d.decidedAt(),
                    deliveries);
        }
    }

    @GetMapping
    @Secured("campaigns:read")
    Page<Answer> decisions(
            @RequestParam @Nullable String userId,
            @RequestParam @Nullable String campaign,
            @RequestParam @Nullable String outcome,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        if (outcome != null
                && Arrays.stream(Outcome.values()).noneMatch(o -> o.wire().equals(outcome))) {
            throw Problem.badRequest(
                            "invalid-outcome", "outcome is sent, held_out or suppressed; this is '" + outcome + "'")
                    .with("field", "outcome");
        }
        int size = PageRequest.limit(limit, 50, 500);
        DecisionStore.Filter filter = new DecisionStore.Filter(
                userId == null ? null : shoppers.named(userId).profileIds(), campaign, outcome);
        List<Decision> found = page(filter, cursor, size + 1);
        List<Decision> items = found.subList(0, Math.min(size, found.size()));
        Map<UUID, List<Deliveries.Progress>> progress =
                deliveries.of(items.stream().map(Decision::decisionId).toList());
        String next = found.size() <= size
                ? null
                : Cursor.encode(
                        items.getLast().decidedAt().toString(),
                        items.getLast().decisionId().toString());
        return new Page<>(
                items.stream()
                        .map(d -> Answer.of(d, progress.getOrDefault(d.decisionId(), List.of())))
                        .toList(),
                next);
    }

    private List<Decision> page(DecisionStore.Filter filter, @Nullable String cursor, int limit) {
        if (cursor == null) {
            return store.page(filter, null, null, limit);
        }
        List<String> from = Cursor.decode(cursor, 2);
        try {
            return store.page(filter, Instant.parse(from.getFirst()), UUID.fromString(from.getLast()), limit);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw Problem.badRequest("invalid-cursor", "cursor must be the \"next\" of an earlier answer, unchanged")
                    .with("field", "cursor");
        }
    }
}
