package io.perennial.campaign.contact;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shopper with everything merged into the profile.
 *
 * @param identifiers all names we know the shopper by; empty where we only know the profile id
 */
public record Shopper(ProfileId profileId, List<Identifier> identifiers, Standing standing) {

    public Shopper {
        identifiers = List.copyOf(identifiers);
    }

    /** The profile id, and those under which things were stored before its parts were merged. */
    public Set<UUID> profileIds() {
        Set<UUID> ids = new LinkedHashSet<>();
        ids.add(profileId.value());
        identifiers.forEach(i -> ids.add(ProfileId.of(i).value()));
        return ids;
    }

    /** The identifier that names the profile; else any user id; else any. */
    public @Nullable Identifier leading() {
        return identifiers.stream()
                .filter(i -> ProfileId.of(i).equals(profileId))
                .findFirst()
                .or(() -> identifiers.stream().sorted().findFirst())
                .orElse(null);
    }

    public @Nullable String userId() {
        return valueOf(leading(), Identifier.Kind.USER_ID);
    }

    public @Nullable String anonymousId() {
        return valueOf(leading(), Identifier.Kind.ANONYMOUS_ID);
    }

    Shopper withoutMarketing() {
        return new Shopper(profileId, identifiers, standing.withoutMarketing());
    }

    private static @Nullable String valueOf(@Nullable Identifier identifier, Identifier.Kind kind) {
        return identifier != null && identifier.kind() == kind ? identifier.value() : null;
    }
}
