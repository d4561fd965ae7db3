package io.perennial.campaign.contact;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.state.ConsentPolicy;
import io.perennial.common.state.IdentityCopy;
import io.perennial.common.state.StateCopy;
import io.perennial.common.stream.StreamProgress;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds shoppers and what we may do to them, in the caller's transaction. */
@Component
public class Shoppers {

    private final IdentityCopy identities;
    private final StateCopy<ProfileState> profiles;
    private final ObjectProvider<StreamProgress> progress; // it wants our subscriptions, and they want us
    private final ConsentPolicy consent;
    private final OptOuts optOuts;
    private final ContactProperties properties;
    private final Clock clock;

    Shoppers(
            IdentityCopy identities,
            StateCopy<ProfileState> profiles,
            ObjectProvider<StreamProgress> progress,
            ConsentPolicy consent,
            OptOuts optOuts,
            ContactProperties properties,
            Clock clock) {
        this.identities = identities;
        this.profiles = profiles;
        this.progress = progress;
        this.consent = consent;
        this.optOuts = optOuts;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * How something refers to a shopper.
     *
     * @param identifier resolved to the profile it belongs to now; null where only the profile is known
     * @param profileId for where there is no identifier
     */
    public record Ref(@Nullable Identifier identifier, ProfileId profileId) {}

    /** Shoppers, each with everything merged into the profile; a handful of statements however many there are. */
    public Map<Ref, Shopper> findAll(Collection<Ref> refs) {
        Map<Ref, ProfileId> profileOf = resolve(refs);
        Map<String, ProfileState> states = profiles.findAll(
                profileOf.values().stream().map(ProfileId::toString).distinct().toList());
        boolean current = copyAge().compareTo(properties.maxCopyAge()) <= 0;
        Map<ProfileId, List<Identifier>> known = identities.identifiersOf(Set.copyOf(profileOf.values()));
        Map<Ref, Shopper> shoppers = new HashMap<>();
        profileOf.forEach((ref, id) -> {
            ProfileState state = states.get(id.toString());
            List<Identifier> names = names(ref, known.getOrDefault(id, List.of()), state);
            shoppers.put(ref, new Shopper(id, names, standing(state, current)));
        });
        Set<UUID> optedOut = optOuts.among(
                shoppers.values().stream().flatMap(s -> s.profileIds().stream()).toList(), clock.instant());
        if (!optedOut.isEmpty()) {
            shoppers.replaceAll((ref, shopper) ->
                    Collections.disjoint(shopper.profileIds(), optedOut) ? shopper : shopper.withoutMarketing());
        }
        return shoppers;
    }

    /** One shopper; see {@link #findAll}. */
    public Shopper find(@Nullable Identifier identifier, ProfileId otherwise) {
        Ref ref = new Ref(identifier, otherwise);
        return Objects.requireNonNull(findAll(List.of(ref)).get(ref), "every ref is answered");
    }

    /** A shopper as a path or query names one; somebody nobody has seen is an unknown user. */
    public Shopper named(String text) {
        ProfileId found = identities.find(text);
        return found == null ? find(Identifier.user(text), ProfileId.of(Identifier.user(text))) : find(null, found);
    }

    /** Only the profiles they belong to now: one statement. */
    public Map<Ref, ProfileId> profilesOf(Collection<Ref> refs) {
        return resolve(refs);
    }

    /** How old what we know of shoppers may be. */
    public Duration copyAge() {
        Duration profile = progress.getObject().behind(ContactConfiguration.PROFILE_GROUP, Topics.PROFILE);
        Duration identity = progress.getObject().behind(ContactConfiguration.IDENTITY_GROUP, Topics.IDENTITY);
        return profile.compareTo(identity) > 0 ? profile : identity;
    }

    private Map<Ref, ProfileId> resolve(Collection<Ref> refs) {
        Set<Identifier> identifiers = new HashSet<>();
        for (Ref ref : refs) {
            if (ref.identifier() != null) {
                identifiers.add(ref.identifier());
            }
        }
        Map<Identifier, ProfileId> known = identities.profilesOf(identifiers);
        Map<Ref, ProfileId> resolved = new LinkedHashMap<>();
        for (Ref ref : refs) {
            Identifier identifier = ref.identifier();
            resolved.put(ref, identifier == null ? ref.profileId() : known.getOrDefault(identifier, ref.profileId()));
        }
        return resolved;
    }

    private static List<Identifier> names(Ref ref, List<Identifier> known, @Nullable ProfileState state) {
        Set<Identifier> names = new LinkedHashSet<>(known);
        if (state != null) {
            state.userIds().forEach(id -> names.add(Identifier.user(id)));
            state.anonymousIds().forEach(id -> names.add(Identifier.anonymous(id)));
        }
        if (ref.identifier() != null) {
            names.add(ref.identifier());
        }
        return List.copyOf(names);
    }

    private Standing standing(@Nullable ProfileState state, boolean current) {
        boolean marketing = consent.allows(ConsentPolicy.MARKETING, state);
        if (state == null) {
            return new Standing(current, marketing, null, null, null, null, null);
        }
        return new Standing(
                current,
                marketing,
                state.personal().get("email"),
                nameOf(state.personal()),
                state.firstSeen(),
                state.lastSeen(),
                state.updatedAt());
    }

    private static @Nullable String nameOf(Map<String, String> personal) {
        String name = personal.get("name");
        if (name != null) {
            return name;
        }
        String first = personal.getOrDefault("firstName", personal.getOrDefault("first_name", ""));
        String last = personal.getOrDefault("lastName", personal.getOrDefault("last_name", ""));
        String both = (first + " " + last).strip();
        return both.isEmpty() ? null : both;
    }
}
