package io.perennial.profile.identity;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Identifiers and the profiles they belong to in Postgres. */
@Component
class IdentityStore {

    private static final long FIRST_REVISION = 1;

    private final JdbcClient jdbc;

    IdentityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes each identifier that is new a profile of its own, and answers those. */
    Map<Identifier, Membership> add(Collection<Identifier> inOrder) {
        Map<Identifier, Membership> added = new HashMap<>();
        jdbc.sql("""
                insert into identity (identifier, own_profile_id, profile_id, revision)
                select i, p, p, :revision from unnest(:identifiers::text[], :profiles::uuid[]) as n (i, p)
                on conflict do nothing
                returning identifier, profile_id""")
                .param("identifiers", texts(inOrder))
                .param(
                        "profiles",
                        inOrder.stream()
                                .map(ProfileId::of)
                                .map(ProfileId::toString)
                                .toArray(String[]::new))
                .param("revision", FIRST_REVISION)
                .query(row -> {
                    Identifier identifier = Identifier.parse(row.getString("identifier"));
                    ProfileId profile = new ProfileId(row.getObject("profile_id", UUID.class));
                    added.put(identifier, new Membership(identifier, profile, FIRST_REVISION));
                });
        return added;
    }

    /** Locks those identifiers that are known, in their order, and answers the profiles they belong to. */
    Map<Identifier, ProfileId> lock(Collection<Identifier> identifiers) {
        Map<Identifier, ProfileId> locked = HashMap.newHashMap(identifiers.size());
        jdbc.sql("""
                select identifier, profile_id from identity where identifier = any(:identifiers)
                order by identifier for update""").param("identifiers", texts(identifiers)).query(row -> {
            locked.put(
                    Identifier.parse(row.getString("identifier")),
                    new ProfileId(row.getObject("profile_id", UUID.class)));
        });
        return locked;
    }

    Membership move(Move move) {
        long revision = jdbc.sql("""
                update identity set profile_id = :profile, revision = revision + 1 where identifier = :identifier
                returning revision""")
                .param("profile", move.to().value())
                .param("identifier", move.identifier().toString())
                .query(Long.class)
                .single();
        return new Membership(move.identifier(), move.to(), revision);
    }

    Map<ProfileId, List<Identifier>> members(Collection<ProfileId> profiles) {
        Map<ProfileId, List<Identifier>> members = new HashMap<>();
        jdbc.sql("""
                select profile_id, identifier from identity where profile_id = any(:profiles::uuid[])
                order by identifier""")
                .param("profiles", profiles.stream().map(ProfileId::toString).toArray(String[]::new))
                .query(row -> {
                    members.computeIfAbsent(
                                    new ProfileId(row.getObject("profile_id", UUID.class)), first -> new ArrayList<>())
                            .add(Identifier.parse(row.getString("identifier")));
                });
        return members;
    }

    @Nullable ProfileId find(String pathId) {
        ProfileId asProfile = ProfileId.tryParse(pathId);
        return jdbc.sql("""
                select profile_id from (
                    select profile_id, 1 as precedence from identity where own_profile_id = :profile::uuid
                    union all select profile_id, 2 from identity where identifier = :user
                    union all select profile_id, 3 from identity where identifier = :anonymous
                    union all select profile_id, 4 from identity where identifier = :written) found
                order by precedence limit 1""")
                .param("profile", asProfile == null ? null : asProfile.toString())
                .param("user", Identifier.user(pathId).toString())
                .param("anonymous", Identifier.anonymous(pathId).toString())
                .param("written", pathId)
                .query((row, number) -> new ProfileId(row.getObject("profile_id", UUID.class)))
                .optional()
                .orElse(null);
    }

    private static String[] texts(Collection<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::toString).toArray(String[]::new);
    }
}
