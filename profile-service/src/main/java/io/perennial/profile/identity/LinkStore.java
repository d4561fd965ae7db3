package io.perennial.profile.identity;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.profile.stamp.Stamp;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The holding link of each anonymous identifier in Postgres: at once the explanation of a merge. */
@Component
class LinkStore {

    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Identifier, Link> find(Collection<Identifier> anonymous) {
        Map<Identifier, Link> found = new HashMap<>();
        jdbc.sql("select * from identity_link where anonymous = any(:anonymous)")
                .param("anonymous", texts(anonymous, Identifier::toString))
                .query(row -> {
                    Stamp stamp = new Stamp(
                            row.getObject("linked_at", OffsetDateTime.class).toInstant(),
                            row.getString("message_id"),
                            row.getString("source"));
                    Identifier identifier = Identifier.parse(row.getString("anonymous"));
                    found.put(identifier, new Link(identifier, Identifier.parse(row.getString("known")), stamp));
                });
        return found;
    }

    void save(Collection<Link> links) {
        jdbc.sql("""
                insert into identity_link (anonymous, known, linked_at, message_id, source)
                select * from unnest(:anonymous::text[], :known::text[], :times::timestamptz[], :messages::text[],
                    :sources::text[])
                on conflict (anonymous) do update
                set known = excluded.known, linked_at = excluded.linked_at, message_id = excluded.message_id,
                    source = excluded.source""")
                .param("anonymous", texts(links, link -> link.anonymous().toString()))
                .param("known", texts(links, link -> link.known().toString()))
                .param("times", texts(links, link -> link.stamp().at().toString()))
                .param("messages", texts(links, link -> link.stamp().messageId()))
                .param("sources", texts(links, link -> link.stamp().source()))
                .update();
    }

    /**
     * The anonymous identifiers linked to these users that stand in the wrong profile: a user has the earliest linked up
     * to the limit, the rest stay alone.
     */
    List<Move> misplaced(Collection<Identifier> users, int most) {
        return jdbc.sql("""
                select identifier, profile_id, target from (
                    select i.identifier, i.profile_id,
                           case when row_number() over (partition by l.known
                                    order by l.linked_at, l.message_id, l.source, l.anonymous) <= :most
                                then k.own_profile_id else i.own_profile_id end as target
                    from identity_link l
                    join identity k on k.identifier = l.known
                    join identity i on i.identifier = l.anonymous
                    where l.known = any(:users)) placed
                where target <> profile_id
                order by identifier""")
                .param("users", texts(users, Identifier::toString))
                .param("most", most)
                .query((row, number) -> new Move(
                        Identifier.parse(row.getString("identifier")),
                        new ProfileId(row.getObject("profile_id", UUID.class)),
                        new ProfileId(row.getObject("target", UUID.class))))
                .list();
    }

    private static <T> String[] texts(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
