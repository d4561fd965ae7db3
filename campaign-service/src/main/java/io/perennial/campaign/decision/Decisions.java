package io.perennial.campaign.decision;

import io.perennial.campaign.contact.ContactProperties;
import io.perennial.campaign.contact.Shopper;
import io.perennial.campaign.contact.Shoppers;
import io.perennial.campaign.contact.Shoppers.Ref;
import io.perennial.campaign.definition.Campaign;
import io.perennial.campaign.definition.CampaignCatalog;
import io.perennial.campaign.experiment.Assignment;
import io.perennial.common.identity.ProfileId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decides about candidates, records and publishes it, and lets the treated be treated: all in the caller's transaction. */
@Component
public class Decisions {

    private final CampaignCatalog catalog;
    private final Shoppers shoppers;
    private final DecisionStore store;
    private final DecisionJournal journal;
    private final Treatments treatments;
    private final DecisionPolicy policy;
    private final Clock clock;

    Decisions(
            CampaignCatalog catalog,
            Shoppers shoppers,
            DecisionStore store,
            DecisionJournal journal,
            Treatments treatments,
            ContactProperties contact,
            Clock clock) {
        this.catalog = catalog;
        this.shoppers = shoppers;
        this.store = store;
        this.journal = journal;
        this.treatments = treatments;
        this.policy = new DecisionPolicy(contact.cap(), contact.patience());
        this.clock = clock;
    }

    private record Assigned(Decision decision, Campaign campaign, Candidate candidate, Shopper shopper) {}

    /** Decides about each; returns those about which nothing can be said yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Candidate> decide(List<Candidate> candidates) {
        Map<Ref, Shopper> found =
                shoppers.findAll(candidates.stream().map(Decisions::ref).toList());
        store.lock(found.values().stream().map(s -> s.profileId().value()).toList());
        Map<ProfileId, History> histories = histories(found.values());
        Instant now = clock.instant();
        List<Candidate> postponed = new ArrayList<>();
        Map<UUID, Decision> decisions = new LinkedHashMap<>();
        List<Assigned> assigned = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Campaign campaign = catalog.find(candidate.campaign());
            Shopper shopper = found.get(ref(candidate));
            if (campaign == null || shopper == null) {
                continue;
            }
            History history = histories.getOrDefault(shopper.profileId(), new History(List.of()));
            Verdict verdict = policy.decide(
                    campaign,
                    candidate,
                    history,
                    shopper.standing(),
                    now,
                    shopper.profileId().value());
            switch (verdict) {
                case Verdict.Postponed _ -> postponed.add(candidate);
                case Verdict.Suppressed(Reason reason) -> {
                    Decision decision = Decision.suppressed(campaign, candidate, shopper, reason, now);
                    decisions.putIfAbsent(decision.decisionId(), decision);
                }
                case Verdict.Assigned(Assignment assignment) -> {
                    Decision decision = Decision.assigned(campaign, candidate, shopper, assignment, now);
                    decisions.put(decision.decisionId(), decision);
                    assigned.add(new Assigned(decision, campaign, candidate, shopper));
                    histories.put(
                            shopper.profileId(),
                            history.with(new History.Past(campaign.name(), decision.contacts(), now)));
                }
            }
        }
        Collection<UUID> recorded = journal.record(decisions.values());
        assigned.stream()
                .filter(a -> recorded.contains(a.decision().decisionId()))
                .forEach(this::treat);
        return postponed;
    }

    /** Records old news: once a shopper a campaign, however many there are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void suppressStale(Collection<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return;
        }
        Map<Ref, ProfileId> profiles =
                shoppers.profilesOf(candidates.stream().map(Decisions::ref).toList());
        Instant now = clock.instant();
        Map<UUID, Decision> decisions = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            Campaign campaign = catalog.find(candidate.campaign());
            ProfileId profileId = profiles.getOrDefault(ref(candidate), candidate.profileId());
            if (campaign != null) {
                Decision decision = Decision.stale(campaign, candidate, profileId, now);
                decisions.putIfAbsent(decision.decisionId(), decision);
            }
        }
        journal.record(decisions.values());
    }

    private void treat(Assigned assigned) {
        String variant = assigned.decision().variant();
        if (variant != null) {
            treatments.apply(
                    assigned.decision().decisionId(),
                    assigned.campaign().name(),
                    assigned.campaign().treatment(variant),
                    assigned.shopper(),
                    assigned.candidate().facts(),
                    assigned.decision().decidedAt());
        }
    }

    /** A shopper's past is also what was recorded before the profile's parts were merged. */
    private Map<ProfileId, History> histories(Collection<Shopper> all) {
        Map<UUID, List<History.Past>> past = store.assignments(
                all.stream().flatMap(s -> s.profileIds().stream()).distinct().toList());
        Map<ProfileId, History> histories = new HashMap<>();
        for (Shopper shopper : all) {
            histories.put(
                    shopper.profileId(),
                    new History(shopper.profileIds().stream()
                            .flatMap(id -> past.getOrDefault(id, List.of()).stream())
                            .toList()));
        }
        return histories;
    }

    private static Ref ref(Candidate candidate) {
        return new Ref(candidate.identifier(), candidate.profileId());
    }
}
