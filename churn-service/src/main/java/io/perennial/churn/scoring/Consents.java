package io.perennial.churn.scoring;

import io.perennial.common.identity.ProfileId;
import io.perennial.common.state.ConsentPolicy;
import io.perennial.common.state.StateCopy;
import io.perennial.common.topic.ProfileState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
        Map<String, ProfileState> states =
                profiles.findAll(asked.stream().map(ProfileId::toString).toList());
        return asked.stream()
                .filter(profile -> policy.allows(ConsentPolicy.PERSONALISATION, states.get(profile.toString())))
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean consents(ProfileId profile) {
        return !consenting(List.of(profile)).isEmpty();
    }

    /** Whether the state, just come, allows a score. */
    public boolean allows(ProfileState state) {
        return policy.allows(ConsentPolicy.PERSONALISATION, state);
    }
}
