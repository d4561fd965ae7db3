package io.perennial.campaign.decision;

import io.perennial.campaign.contact.Shopper;
import io.perennial.campaign.definition.Campaign;
import io.perennial.campaign.experiment.Assignment;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.topic.CampaignDecision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it is recorded and published.
 *
 * @param identifier leading one of the shopper, {@code kind:value}
 * @param holdOut the hold-out's share when it was drawn; null where nothing was drawn
 */
record Decision(
        UUID decisionId,
        UUID profileId,
        @Nullable String identifier,
        @Nullable String userId,
        String campaign,
        long campaignVersion,
        String outcome,
        String reason,
        @Nullable String variant,
        @Nullable Double propensity,
        @Nullable Double holdOut,
        @Nullable String channel,
        String triggerId,
        Instant triggeredAt,
        Instant decidedAt) {

    static Decision suppressed(Campaign campaign, Candidate candidate, Shopper shopper, Reason reason, Instant now) {
        UUID id = DecisionIds.suppressed(campaign.name(), shopper.profileId().value(), reason, now);
        return of(id, campaign, candidate, shopper.profileId(), shopper.leading(), Outcome.SUPPRESSED, reason, now);
    }

    /** Old news needs no look at the shopper. */
    static Decision stale(Campaign campaign, Candidate candidate, ProfileId profileId, Instant now) {
        UUID id = DecisionIds.suppressed(campaign.name(), profileId.value(), Reason.STALE, now);
        return of(id, campaign, candidate, profileId, candidate.identifier(), Outcome.SUPPRESSED, Reason.STALE, now);
    }

    static Decision assigned(
            Campaign campaign, Candidate candidate, Shopper shopper, Assignment assignment, Instant now) {
        String variant = assignment instanceof Assignment.Treated treated ? treated.variant() : null;
        UUID id = DecisionIds.assigned(campaign.name(), shopper.profileId().value(), candidate.triggerId());
        Outcome outcome = variant == null ? Outcome.HELD_OUT : Outcome.SENT;
        Decision plain =
                of(id, campaign, candidate, shopper.profileId(), shopper.leading(), outcome, Reason.ASSIGNED, now);
        return plain.drawn(
                variant,
                assignment.propensity(),
                campaign.holdOut(),
                variant == null ? null : campaign.treatment(variant).channel());
    }

    private static Decision of(
            UUID id,
            Campaign campaign,
            Candidate candidate,
            ProfileId profileId,
            @Nullable Identifier leading,
            Outcome outcome,
            Reason reason,
            Instant now) {
        return new Decision(
                id,
                profileId.value(),
                leading == null ? null : leading.toString(),
                leading != null && leading.kind() == Identifier.Kind.USER_ID ? leading.value() : null,
                campaign.name(),
                campaign.version(),
                outcome.wire(),
                reason.wire(),
                null,
                null,
                null,
                null,
                candidate.triggerId(),
                candidate.triggeredAt(),
                now);
    }

    private Decision drawn(@Nullable String drawnVariant, double probability, double share, @Nullable String via) {
        return new Decision(
                decisionId,
                profileId,
                identifier,
                userId,
                campaign,
                campaignVersion,
                outcome,
                reason,
                drawnVariant,
                probability,
                share,
                via,
                triggerId,
                triggeredAt,
                decidedAt);
    }

    /** Whether a message goes to the shopper by it, so that it counts towards the cap. */
    boolean contacts() {
        return channel != null && !channel.equals("coupon");
    }

    CampaignDecision published() {
        return new CampaignDecision(
                decisionId,
                profileId,
                userId,
                campaign,
                campaignVersion,
                outcome,
                reason,
                variant,
                propensity,
                channel,
                triggeredAt,
                decidedAt);
    }
}
