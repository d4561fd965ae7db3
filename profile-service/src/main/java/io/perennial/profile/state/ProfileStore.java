package io.perennial.profile.state;

import io.perennial.common.identity.ProfileId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The published profiles in Postgres, in columns that jobs and gauges can count. */
@Component
class ProfileStore {

    private final JdbcClient jdbc;

    ProfileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the profiles' rows in their order, made where missing. */
    Map<ProfileId, PublishedProfile> lock(Collection<ProfileId> ids) {
        Map<ProfileId, PublishedProfile> locked = lockExisting(ids);
        List<ProfileId> missing =
                ids.stream().filter(id -> !locked.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            jdbc.sql("insert into profile (profile_id) select unnest(:ids::uuid[]) on conflict do nothing")
                    .param("ids", sorted(missing))
                    .update();
            locked.putAll(lockExisting(missing));
        }
        return locked;
    }

    private Map<ProfileId, PublishedProfile> lockExisting(Collection<ProfileId> ids) {
        Map<ProfileId, PublishedProfile> published = HashMap.newHashMap(ids.size());
        jdbc.sql("""
                select profile_id, revision, content, gone from profile where profile_id = any(:ids::uuid[])
                order by profile_id for update""").param("ids", sorted(ids)).query(row -> {
            ProfileId id = new ProfileId(row.getObject("profile_id", UUID.class));
            published.put(
                    id,
                    new PublishedProfile(
                            id,
                            row.getLong("revision"),
                            row.getObject("content", UUID.class),
                            row.getBoolean("gone"),
                            null));
        });
        return published;
    }

    private static String[] sorted(Collection<ProfileId> ids) {
        return ids.stream().map(ProfileId::toString).sorted().toArray(String[]::new);
    }

    void save(List<PublishedProfile> changed, Instant now) {
        if (changed.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update profile p
                set revision = n.revision, content = n.content, gone = n.gone, updated_at = :now::timestamptz,
                    stage = n.stage, stage_until = n.stage_until, first_seen = n.first_seen, last_seen = n.last_seen,
                    events = n.events, orders = n.orders, standing = n.standing, revenue = n.revenue,
                    first_order_at = n.first_order_at, last_order_at = n.last_order_at, sessions = n.sessions,
                    sessions_ordered = n.sessions_ordered, rfm = n.rfm
                from unnest(:ids::uuid[], :revisions::bigint[], :contents::uuid[], :gone::boolean[], :stages::text[],
                        :until::timestamptz[], :firstSeen::timestamptz[], :lastSeen::timestamptz[], :events::bigint[],
                        :orders::bigint[], :standing::bigint[], :revenues::numeric[], :firstOrder::timestamptz[],
                        :lastOrder::timestamptz[], :sessions::bigint[], :ordered::bigint[], :rfm::text[])
                    as n (profile_id, revision, content, gone, stage, stage_until, first_seen, last_seen, events, orders,
                        standing, revenue, first_order_at, last_order_at, sessions, sessions_ordered, rfm)
                where p.profile_id = n.profile_id""")
                .param("now", now.toString())
                .param("ids", texts(changed, PublishedProfile::id))
                .param("revisions", texts(changed, PublishedProfile::revision))
                .param("contents", texts(changed, PublishedProfile::content))
                .param("gone", texts(changed, PublishedProfile::gone))
                .param(
                        "stages",
                        column(changed, profile -> profile.standing().stage().wire(), null))
                .param("until", column(changed, profile -> profile.standing().until(), null))
                .param("firstSeen", column(changed, profile -> profile.picture().firstSeen(), null))
                .param("lastSeen", column(changed, profile -> profile.picture().lastSeen(), null))
                .param("events", column(changed, profile -> profile.picture().events(), "0"))
                .param("orders", column(changed, profile -> profile.purchases().orders(), "0"))
                .param(
                        "standing",
                        column(changed, profile -> profile.purchases().standing(), "0"))
                .param(
                        "revenues",
                        column(changed, profile -> profile.purchases().revenue().toPlainString(), "0"))
                .param(
                        "firstOrder",
                        column(changed, profile -> profile.purchases().firstAt(), null))
                .param(
                        "lastOrder",
                        column(changed, profile -> profile.purchases().lastAt(), null))
                .param(
                        "sessions",
                        column(changed, profile -> profile.picture().sessions().count(), "0"))
                .param(
                        "ordered",
                        column(changed, profile -> profile.picture().sessions().ordered(), "0"))
                .param(
                        "rfm",
                        column(
                                changed,
                                profile -> profile.rfm() == null
                                        ? null
                                        : profile.rfm().score(),
                                null))
                .update();
    }

    /** A column of the profiles' rows as texts, for rows without a profile the absent value. */
    private static @Nullable String[] column(
            List<PublishedProfile> rows, Function<Profile, @Nullable Object> value, @Nullable String absent) {
        return texts(rows, row -> row.profile() == null ? absent : value.apply(row.profile()));
    }

    private static @Nullable String[] texts(
            List<PublishedProfile> rows, Function<PublishedProfile, @Nullable Object> value) {
        return rows.stream().map(value).map(ProfileStore::text).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Object value) {
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return plain == null ? null : plain.toString();
    }
}
