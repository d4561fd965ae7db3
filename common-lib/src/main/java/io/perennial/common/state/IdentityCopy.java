package io.perennial.common.state;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.stream.StateChange;
import io.perennial.common.stream.Subscription;
import io.perennial.common.topic.IdentityState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * This service's copy of who is who. Data is stored under the identifier an event carries and brought together here, when
 * it is read; an identifier not heard of yet is its own profile.
 */
public final class IdentityCopy {

    private final JdbcClient jdbc;

    IdentityCopy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public ProfileId profileOf(Identifier identifier) {
        return profilesOf(List.of(identifier)).getOrDefault(identifier, ProfileId.of(identifier));
    }

    /** The profile of each identifier, one query for all. */
    public Map<Identifier, ProfileId> profilesOf(Collection<Identifier> identifiers) {
        Map<Identifier, ProfileId> profiles = new HashMap<>();
        jdbc.sql("select identifier, profile_id from identity_copy where identifier = any(?)")
                .param(identifiers.stream().map(Identifier::toString).toArray(String[]::new))
                .query(row -> {
                    profiles.put(Identifier.parse(row.getString(1)), new ProfileId(row.getObject(2, UUID.class)));
                });
        identifiers.forEach(identifier -> profiles.computeIfAbsent(identifier, ProfileId::of));
        return profiles;
    }

    /** The identifiers known to belong to the profile, user ids first; empty where it is not known here. */
    public List<Identifier> identifiersOf(ProfileId profile) {
        return jdbc
                .sql("select identifier from identity_copy where profile_id = ?")
                .param(profile.value())
                .query((row, number) -> Identifier.parse(row.getString(1)))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /** The identifiers of several profiles, one query for all; a profile not known here is left out. */
    public Map<ProfileId, List<Identifier>> identifiersOf(Collection<ProfileId> profiles) {
        Map<ProfileId, List<Identifier>> identifiers = new HashMap<>();
        jdbc.sql("select profile_id, identifier from identity_copy where profile_id = any(?::uuid[])")
                .param(profiles.stream().map(ProfileId::toString).toArray(String[]::new))
                .query(row -> {
                    identifiers
                            .computeIfAbsent(new ProfileId(row.getObject(1, UUID.class)), id -> new ArrayList<>())
                            .add(Identifier.parse(row.getString(2)));
                });
        identifiers.values().forEach(list -> list.sort(null));
        return identifiers;
    }

    /** The profile a path names: profileId, userId, anonymousId, in that order, or {@code kind:value}; null if unknown. */
    public @Nullable ProfileId find(String path) {
        ProfileId direct = ProfileId.tryParse(path);
        if (direct != null && !identifiersOf(direct).isEmpty()) {
            return direct;
        }
        for (Identifier candidate : PathIdentifiers.of(path)) {
            ProfileId profile = known(candidate);
            if (profile != null) {
                return profile;
            }
        }
        return null;
    }

    private @Nullable ProfileId known(Identifier identifier) {
        return jdbc.sql("select profile_id from identity_copy where identifier = ?")
                .param(identifier.toString())
                .query(UUID.class)
                .optional()
                .map(ProfileId::new)
                .orElse(null);
    }

    /** Keeps the copy; a service declares it as a bean under a group of its own. */
    public Subscription<StateChange<IdentityState>> subscription(String group) {
        return subscription(group, changes -> {});
    }

    /**
     * Keeps the copy and tells what changed, in the same transaction.
     *
     * @param onChange gets the identifiers that are new or now belong to another profile; may be empty
     */
    public Subscription<StateChange<IdentityState>> subscription(String group, Consumer<List<IdentityState>> onChange) {
        return Subscription.toState(
                Topics.IDENTITY, group, TopicCodec.of(IdentityState.class), batch -> onChange.accept(apply(batch)));
    }

    private List<IdentityState> apply(List<StateChange<IdentityState>> batch) {
        Collection<StateChange<IdentityState>> latest = Latest.byKey(batch).values();
        List<IdentityState> present =
                latest.stream().map(StateChange::value).filter(Objects::nonNull).toList();
        List<String> changed = jdbc.sql("""
                insert into identity_copy as copy (identifier, profile_id, revision)
                select identifier, profile_id::uuid, revision
                from unnest(?::text[], ?::text[], ?::bigint[]) as state (identifier, profile_id, revision)
                order by identifier
                on conflict (identifier) do update
                    set profile_id = excluded.profile_id, revision = excluded.revision
                    where copy.revision < excluded.revision
                returning identifier
                """)
                .param(present.stream().map(IdentityState::identifier).toArray(String[]::new))
                .param(present.stream()
                        .map(state -> state.profileId().toString())
                        .toArray(String[]::new))
                .param(present.stream().map(IdentityState::revision).toArray(Long[]::new))
                .query(String.class)
                .list();
        delete(latest);
        Set<String> changedKeys = Set.copyOf(changed);
        return present.stream()
                .filter(state -> changedKeys.contains(state.identifier()))
                .toList();
    }

    private void delete(Collection<StateChange<IdentityState>> latest) {
        String[] gone = latest.stream()
                .filter(change -> change.value() == null)
                .map(StateChange::key)
                .toArray(String[]::new);
        if (gone.length > 0) {
            jdbc.sql("delete from identity_copy where identifier = any(?)")
                    .param(gone)
                    .update();
        }
    }
}
