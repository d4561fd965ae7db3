package io.perennial.churn.history;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A profile with the merged history of all its identifiers.
 *
 * @param identifiers user ids first; at least one
 */
public record Shopper(ProfileId profileId, List<Identifier> identifiers, ShopperHistory history) {

    /** The user id the profile is named by, else its first; null where the shopper never logged in. */
    public @Nullable String userId() {
        Identifier first = null;
        for (Identifier identifier : identifiers) {
            if (identifier.kind() == Identifier.Kind.USER_ID) {
                if (ProfileId.of(identifier).equals(profileId)) {
                    return identifier.value();
                }
                first = first == null ? identifier : first;
            }
        }
        return first == null ? null : first.value();
    }
}
