package io.perennial.campaign.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.campaign.contact.FrequencyCap;
import io.perennial.campaign.contact.Standing;
import io.perennial.campaign.definition.Action;
import io.perennial.campaign.definition.Campaign;
import io.perennial.campaign.definition.EventPattern;
import io.perennial.campaign.definition.Reentry;
import io.perennial.campaign.definition.Treatment;
import io.perennial.campaign.definition.Trigger;
import io.perennial.campaign.experiment.Assignment;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionPolicyTests {

    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
    private static final Instant JUST_NOW = NOW.minusSeconds(5);
    private static final Identifier ADA = Identifier.user("ada");
    private static final UUID PROFILE = ProfileId.of(ADA).value();
    private static final Standing GOOD =
            new Standing(true, true, "ada@shop.example", "Ada", JUST_NOW, JUST_NOW, JUST_NOW);
    private static final History NONE = new History(List.of());

    private final DecisionPolicy policy =
            new DecisionPolicy(new FrequencyCap(2, Duration.ofDays(7)), Duration.ofSeconds(20));

    @Test
    void whoPassesEveryRuleIsDrawn() {
        assertThat(decide(campaign(true, null, 0), JUST_NOW, NONE, GOOD))
                .isEqualTo(new Verdict.Assigned(new Assignment.Treated("default", 1)));
        assertThat(decide(campaign(true, null, 1), JUST_NOW, NONE, GOOD))
                .isEqualTo(new Verdict.Assigned(new Assignment.HeldOut(1)));
    }

    @Test
    void aPausedCampaignDoesNothing() {
        assertSuppressed(decide(campaign(false, null, 0), JUST_NOW, NONE, GOOD), Reason.PAUSED);
    }

    @Test
    void sentAndHeldOutBothCountAsEntered() {
        History lately = history("test", false, NOW.minus(Duration.ofDays(10)));
        History long_ago = history("test", true, NOW.minus(Duration.ofDays(30)));

        assertSuppressed(decide(campaign(true, null, 0), JUST_NOW, lately, GOOD), Reason.REENTRY);
        assertThat(decide(campaign(true, null, 0), JUST_NOW, long_ago, GOOD)).isInstanceOf(Verdict.Assigned.class);
    }

    @Test
    void anOldTriggerIsStaleAndTheLimitItselfIsNot() {
        assertSuppressed(
                decide(campaign(true, null, 0), NOW.minus(Duration.ofHours(1)).minusMillis(1), NONE, GOOD),
                Reason.STALE);
        assertThat(decide(campaign(true, null, 0), NOW.minus(Duration.ofHours(1)), NONE, GOOD))
                .isInstanceOf(Verdict.Assigned.class);
    }

    @Test
    void aScoreOfAnEventOfLastYearIsStaleThoughItWasScoredNow() {
        Standing lastYear = new Standing(true, true, "a@b", null, NOW, NOW.minus(Duration.ofDays(300)), NOW);
        Candidate byEvent = candidate(NOW.minusSeconds(21), true);

        assertSuppressed(policy.decide(campaign(true, null, 0), byEvent, NONE, lastYear, NOW, PROFILE), Reason.STALE);
        assertThat(decide(campaign(true, null, 0), JUST_NOW, NONE, lastYear)).isInstanceOf(Verdict.Assigned.class);
    }

    @Test
    void aProfileWrittenSinceThatDoesNotKnowTheActivityIsAskedAgainWithinPatience() {
        Standing byTheClock = new Standing(true, true, "a@b", null, NOW, NOW.minus(Duration.ofDays(300)), NOW);

        assertThat(policy.decide(campaign(true, null, 0), candidate(JUST_NOW, true), NONE, byTheClock, NOW, PROFILE))
                .isInstanceOf(Verdict.Postponed.class);
    }

    @Test
    void newcomersOnlyMeansNewcomersOnly() {
        Standing old = new Standing(true, true, "a@b", null, NOW.minus(Duration.ofDays(2)), NOW, NOW);

        assertSuppressed(decide(campaign(true, Duration.ofDays(1), 0), JUST_NOW, NONE, old), Reason.NOT_NEWCOMER);
        assertThat(decide(campaign(true, Duration.ofDays(1), 0), JUST_NOW, NONE, GOOD))
                .isInstanceOf(Verdict.Assigned.class);
    }

    @Test
    void withoutConsentOrAddressNothingIsSent() {
        Standing noConsent = new Standing(true, false, "a@b", null, NOW, NOW, NOW);
        Standing noAddress = new Standing(true, true, null, null, NOW, NOW, NOW);

        assertSuppressed(decide(campaign(true, null, 0), JUST_NOW, NONE, noConsent), Reason.NO_CONSENT);
        assertSuppressed(decide(campaign(true, null, 0), JUST_NOW, NONE, noAddress), Reason.UNREACHABLE);
    }

    @Test
    void theCapCountsMessagesOfAllCampaigns() {
        History two = history("one", true, JUST_NOW).with(new History.Past("two", true, JUST_NOW));
        History heldOutTwice = history("one", false, JUST_NOW).with(new History.Past("two", false, JUST_NOW));

        assertSuppressed(decide(campaign(true, null, 0), JUST_NOW, two, GOOD), Reason.CAP);
        assertThat(decide(campaign(true, null, 0), JUST_NOW, heldOutTwice, GOOD))
                .isInstanceOf(Verdict.Assigned.class);
    }

    @Test
    void aCopyThatIsBehindPostponesInsteadOfRefusing() {
        Standing behind = new Standing(false, false, null, null, null, null, null);

        assertThat(decide(campaign(true, null, 0), JUST_NOW, NONE, behind)).isInstanceOf(Verdict.Postponed.class);
    }

    @Test
    void aProfileThatHasNotSeenTheTriggerYetIsAskedAgainWithinPatience() {
        Standing unknown = new Standing(true, false, null, null, null, null, null);
        Campaign campaign = campaign(true, null, 0);

        assertThat(decide(campaign, JUST_NOW, NONE, unknown)).isInstanceOf(Verdict.Postponed.class);
        assertSuppressed(decide(campaign, NOW.minusSeconds(21), NONE, unknown), Reason.NO_CONSENT);
    }

    @Test
    void theEarlierRuleNamesTheReason() {
        Standing nothing = new Standing(false, false, null, null, null, null, null);
        History entered = history("test", true, JUST_NOW);
        Instant old = NOW.minus(Duration.ofDays(1));

        assertSuppressed(decide(campaign(false, null, 0), old, entered, nothing), Reason.PAUSED);
        assertSuppressed(decide(campaign(true, null, 0), old, entered, nothing), Reason.REENTRY);
        assertSuppressed(decide(campaign(true, null, 0), old, NONE, nothing), Reason.STALE);
    }

    private Verdict decide(Campaign campaign, Instant triggeredAt, History history, Standing standing) {
        return policy.decide(campaign, candidate(triggeredAt, false), history, standing, NOW, PROFILE);
    }

    private static void assertSuppressed(Verdict verdict, Reason reason) {
        assertThat(verdict).isEqualTo(new Verdict.Suppressed(reason));
    }

    private static History history(String campaign, boolean contacted, Instant at) {
        return new History(List.of(new History.Past(campaign, contacted, at)));
    }

    private static Candidate candidate(Instant triggeredAt, boolean byActivity) {
        return new Candidate("test", ADA, ProfileId.of(ADA), "m1", triggeredAt, triggeredAt, byActivity, Map.of());
    }

    private static Campaign campaign(boolean active, @Nullable Duration newcomersWithin, double holdOut) {
        return new Campaign(
                "test",
                1,
                active,
                new Trigger.EventSeen(EventPattern.named("x")),
                newcomersWithin,
                new Reentry.After(Duration.ofDays(30)),
                Duration.ofHours(1),
                Duration.ofDays(14),
                "test",
                holdOut,
                List.of(new Treatment("default", 1, List.of(new Action.Email("plain", null)))));
    }
}
