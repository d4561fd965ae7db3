package io.perennial.campaign.decision;

import io.perennial.campaign.contact.FrequencyCap;
import io.perennial.campaign.contact.Standing;
import io.perennial.campaign.definition.Campaign;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The rules of contact in their order: status, re-entry, freshness, newcomer, consent, reachable, cap, and only then the
 * draw: treated and held-out shoppers passed the same rules, so that they can be compared.
 *
 * @param patience how long a refusal by a profile that has not seen the trigger yet is not believed
 */
record DecisionPolicy(FrequencyCap cap, Duration patience) {

    Verdict decide(
            Campaign campaign,
            Candidate candidate,
            History history,
            Standing standing,
            Instant now,
            java.util.UUID shopper) {
        if (!campaign.active()) {
            return new Verdict.Suppressed(Reason.PAUSED);
        }
        if (history.assignedTo(campaign.name()).stream()
                .anyMatch(at -> !campaign.reentry().allows(at, now))) {
            return new Verdict.Suppressed(Reason.REENTRY);
        }
        if (isStale(campaign, candidate.triggeredAt(), now)) {
            return new Verdict.Suppressed(Reason.STALE);
        }
        if (!standing.current()) {
            return new Verdict.Postponed("our copy of the profiles is behind");
        }
        Reason refusal = refusal(campaign, candidate, standing, now);
        if (refusal != null) {
            return mayChange(refusal, candidate, standing, now)
                    ? new Verdict.Postponed("the profile has not seen the trigger yet")
                    : new Verdict.Suppressed(refusal);
        }
        if (!cap.allows(history.contacts(), now)) {
            return new Verdict.Suppressed(Reason.CAP);
        }
        return new Verdict.Assigned(campaign.experiment().assign(shopper));
    }

    /**
     * Whether the profile may yet see the trigger and say otherwise. One written since has seen it, unless it knows nothing of the
     * activity the trigger claims: then something else, such as the clock, wrote it.
     */
    private boolean mayChange(Reason refusal, Candidate candidate, Standing standing, Instant now) {
        boolean unseen = refusal == Reason.STALE || !standing.updatedSince(candidate.receivedAt());
        return unseen && now.isBefore(candidate.receivedAt().plus(patience));
    }

    static boolean isStale(Campaign campaign, Instant triggeredAt, Instant now) {
        return triggeredAt.plus(campaign.freshness()).isBefore(now);
    }

    /** What the profile itself says against it. */
    private static @Nullable Reason refusal(Campaign campaign, Candidate candidate, Standing standing, Instant now) {
        Instant lastSeen = standing.lastSeen();
        if (candidate.byActivity() && (lastSeen == null || isStale(campaign, lastSeen, now))) {
            return Reason.STALE;
        }
        Duration newcomersWithin = campaign.newcomersWithin();
        Instant firstSeen = standing.firstSeen();
        if (newcomersWithin != null
                && (firstSeen == null || firstSeen.plus(newcomersWithin).isBefore(candidate.triggeredAt()))) {
            return Reason.NOT_NEWCOMER;
        }
        if (!standing.marketing()) {
            return Reason.NO_CONSENT;
        }
        if (campaign.sendsEmail() && standing.email() == null) {
            return Reason.UNREACHABLE;
        }
        return null;
    }
}
