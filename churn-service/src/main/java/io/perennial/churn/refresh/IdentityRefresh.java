package io.perennial.churn.refresh;

import io.perennial.churn.history.Shoppers;
import io.perennial.churn.model.ModelRegistry;
import io.perennial.churn.model.ServingModel;
import io.perennial.churn.scoring.Cause;
import io.perennial.churn.scoring.Scores;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.state.IdentityCopy;
import io.perennial.common.topic.IdentityState;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Scores profiles anew whose identifiers changed, and takes back the score of one that is now part of another. */
@Component
class IdentityRefresh {

    private final Shoppers shoppers;
    private final IdentityCopy identities;
    private final ModelRegistry models;
    private final Scores scores;
    private final Clock clock;

    IdentityRefresh(Shoppers shoppers, IdentityCopy identities, ModelRegistry models, Scores scores, Clock clock) {
        this.shoppers = shoppers;
        this.identities = identities;
        this.models = models;
        this.scores = scores;
        this.clock = clock;
    }

    void changed(List<IdentityState> changes) {
        ServingModel model = models.current();
        if (model == null || changes.isEmpty()) {
            return;
        }
        Set<ProfileId> profiles = new HashSet<>();
        Set<ProfileId> left = new HashSet<>();
        for (IdentityState change : changes) {
            ProfileId profile = new ProfileId(change.profileId());
            ProfileId own = ProfileId.of(Identifier.parse(change.identifier()));
            profiles.add(profile);
            if (!own.equals(profile)) {
                left.add(own);
            }
        }
        Map<ProfileId, List<Identifier>> known = identities.identifiersOf(left);
        scores.withdraw(
                left.stream().filter(profile -> !known.containsKey(profile)).toList());
        scores.refresh(model, shoppers.ofProfiles(profiles), clock.instant(), Set.of(), Cause.MODEL);
    }
}
