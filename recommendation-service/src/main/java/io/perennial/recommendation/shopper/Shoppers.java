package io.perennial.recommendation.shopper;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.state.ConsentPolicy;
import io.perennial.common.state.IdentityCopy;
import io.perennial.common.state.StateCopy;
import io.perennial.common.topic.ProfileState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who goes by which identifiers, and who may be recommended to personally: from the profile service's state topics. */
@Service
public class Shoppers {

    private static final int MOST_IDENTIFIERS = 100;

    private final IdentityCopy identities;
    private final StateCopy<ProfileState> profiles;
    private final ConsentPolicy consents;

    Shoppers(IdentityCopy identities, StateCopy<ProfileState> profiles, ConsentPolicy consents) {
        this.identities = identities;
        this.profiles = profiles;
        this.consents = consents;
    }

    /** Whose history an identifier's is, and whether it may be used. */
    public record Belonging(ProfileId profile, boolean personal) {}

    /**
     * The shopper of a request. An anonymous id beside a user id joins the user's unless it is known to be somebody
     * else's; who has not consented to personalisation has no identifiers here.
     */
    public Shopper find(@Nullable String userId, @Nullable String anonymousId) {
        List<Identifier> asked = new ArrayList<>(2);
        if (userId != null) {
            asked.add(Identifier.user(userId));
        }
        if (anonymousId != null) {
            asked.add(Identifier.anonymous(anonymousId));
        }
        if (asked.isEmpty()) {
            return Shopper.NOBODY;
        }
        Map<Identifier, Belonging> belongings = belongings(asked);
        Belonging leading = belongings.get(asked.getFirst());
        if (leading == null || !leading.personal()) {
            return Shopper.NOBODY;
        }
        Set<Identifier> identifiers = new LinkedHashSet<>(asked.subList(0, 1));
        identities.identifiersOf(leading.profile()).stream()
                .limit(MOST_IDENTIFIERS)
                .forEach(identifiers::add);
        for (Identifier beside : asked) {
            Belonging belonging = belongings.get(beside);
            if (belonging != null && belonging.personal() && belonging.profile().equals(ProfileId.of(beside))) {
                identifiers.add(beside);
            }
        }
        return new Shopper(identifiers, leading.profile().toString(), true);
    }

    /** The identifiers known to be a profile's. */
    public List<Identifier> identifiersOf(ProfileId profile) {
        return identities.identifiersOf(profile);
    }

    /** Whom each identifier belongs to. */
    public Map<Identifier, Belonging> belongings(Collection<Identifier> identifiers) {
        Map<Identifier, ProfileId> profileIds = identities.profilesOf(identifiers);
        Map<String, ProfileState> states = profiles.findAll(
                profileIds.values().stream().map(ProfileId::toString).distinct().toList());
        Map<Identifier, Belonging> belongings = HashMap.newHashMap(profileIds.size());
        profileIds.forEach((identifier, profileId) -> belongings.put(
                identifier,
                new Belonging(
                        profileId, consents.allows(ConsentPolicy.PERSONALISATION, states.get(profileId.toString())))));
        return belongings;
    }
}
