package io.perennial.common.state;

import io.perennial.common.topic.ProfileState;
import org.jspecify.annotations.Nullable;

/** Whether a shopper may be treated for a purpose: their own word, else the installation's default. */
public final class ConsentPolicy {

    /** Messages that advertise. */
    public static final String MARKETING = "marketing";

    /** Treating a shopper by their own behaviour: scores, personal recommendations, training. */
    public static final String PERSONALISATION = "personalisation";

    private final ConsentProperties properties;

    ConsentPolicy(ConsentProperties properties) {
        this.properties = properties;
    }

    /**
     * Whether the purpose is allowed.
     *
     * @param state null where the shopper is not known yet
     */
    public boolean allows(String purpose, @Nullable ProfileState state) {
        Boolean said = state == null ? null : state.consents().get(purpose);
        return said != null ? said : properties.grantedByDefault().contains(purpose);
    }
}
