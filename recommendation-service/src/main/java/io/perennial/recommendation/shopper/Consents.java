package io.perennial.recommendation.shopper;

import io.perennial.common.state.ConsentPolicy;
import io.perennial.common.topic.ProfileState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may be recommended to by what they did. */
@Component
public class Consents {

    private final ConsentPolicy policy;

    Consents(ConsentPolicy policy) {
        this.policy = policy;
    }

    /** By their profile; null where none is known yet. */
    public boolean personal(@Nullable ProfileState profile) {
        return policy.allows(ConsentPolicy.PERSONALISATION, profile);
    }
}
