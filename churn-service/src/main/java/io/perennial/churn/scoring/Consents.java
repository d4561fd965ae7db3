package io.perennial.churn.scoring;

import io.perennial.common.identity.ProfileId;
import io.perennial.common.state.ConsentPolicy;
import io.perennial.common.state.StateCopy;
import io.perennial.common.topic.ProfileState;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may be scored and learnt from: those with the consent to personalisation. */
@Component
public class Consents {

    private final StateCopy<ProfileState> profiles;
    private final ConsentPolicy policy;

    Consents(StateCopy<ProfileState> profiles, ConsentPolicy policy) {
        this.profiles = profiles;
        this.policy = policy;
    }

    /** Those of the profiles that consent, as of our copy of their states. */
    public Set<ProfileId> consenting(Collection<ProfileId> asked) {
        Map<ProfileId, ProfileState> states = states(asked);
        return asked.stream().filter(profile -> allows(states.get(profile))).collect(Collectors.toUnmodifiableSet());
    }

    /** Our copy of what profile-service says of them, one query for all; who is not known there is left out. */
    public Map<ProfileId, ProfileState> states(Collection<ProfileId> asked) {
        Map<ProfileId, ProfileState> states = new HashMap<>();
        profiles.findAll(asked.stream().map(ProfileId::toString).toList())
                .forEach((key, state) -> states.put(ProfileId.parse(key), state));
        return states;
    }

    /** Whether the state allows a score; null: nothing is known of the shopper, so the installation's default holds. */
    public boolean allows(@Nullable ProfileState state) {
        return policy.allows(ConsentPolicy.PERSONALISATION, state);
    }
}
