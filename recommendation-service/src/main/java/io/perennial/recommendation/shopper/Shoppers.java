package io.perennial.recommendation.shopper;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.state.IdentityCopy;
import io.perennial.common.state.StateCopy;
import io.perennial.common.topic.ProfileState;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Who goes by which identifiers, and who may be recommended to personally: from the profile service's state topics. */
@Service
public class Shoppers {

    private final IdentityCopy identities;
    private final StateCopy<ProfileState> profiles;
    private final Consents consents;

    Shoppers(IdentityCopy identities, StateCopy<ProfileState> profiles, Consents consents) {
        this.identities = identities;
        this.profiles = profiles;
        this.consents = consents;
    }

    /** Whose history an identifier's is, and whether it may be used. */
    public record Belonging(ProfileId profile, boolean personal) {}

    /** The identifiers known to be a profile's. */
    public List<Identifier> identifiersOf(ProfileId profile) {
        return identities.identifiersOf(profile);
    }

    /** The identifiers known to be each profile's, in their order; a profile that is not known is left out. */
    public Map<ProfileId, List<Identifier>> identifiersOf(Collection<ProfileId> profiles) {
        return identities.identifiersOf(profiles);
    }

    /** Whom each identifier belongs to. */
    public Map<Identifier, Belonging> belongings(Collection<Identifier> identifiers) {
        Map<Identifier, ProfileId> profileIds = identities.profilesOf(identifiers);
        Map<String, ProfileState> states = profiles.findAll(
                profileIds.values().stream().map(ProfileId::toString).distinct().toList());
        Map<Identifier, Belonging> belongings = HashMap.newHashMap(profileIds.size());
        profileIds.forEach((identifier, profileId) -> belongings.put(
                identifier, new Belonging(profileId, consents.personal(states.get(profileId.toString())))));
        return belongings;
    }
}
