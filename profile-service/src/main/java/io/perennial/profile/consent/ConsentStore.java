package io.perennial.profile.consent;

import io.perennial.common.identity.Identifier;
import io.perennial.profile.stamp.Stamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Consents in Postgres: the latest statement about an identifier and purpose. */
@Component
class ConsentStore {

    private final JdbcClient jdbc;

    ConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(Map<Consents.Key, Statement> statements) {
        List<Map.Entry<Consents.Key, Statement>> entries = List.copyOf(statements.entrySet());
        jdbc.sql("""
                insert into consent as held (identifier, purpose, granted, stated_at, message_id, source, reason)
                select * from unnest(:identifiers::text[], :purposes::text[], :granted::boolean[],
                    :times::timestamptz[], :messages::text[], :sources::text[], :reasons::text[])
                on conflict (identifier, purpose) do update
                set granted = excluded.granted, stated_at = excluded.stated_at, message_id = excluded.message_id,
                    source = excluded.source, reason = excluded.reason
                where (held.stated_at, held.message_id, held.source)
                    < (excluded.stated_at, excluded.message_id, excluded.source)""")
                .param(
                        "identifiers",
                        texts(entries, entry -> entry.getKey().identifier().toString()))
                .param(
                        "purposes",
                        texts(entries, entry -> entry.getKey().purpose().wire()))
                .param(
                        "granted",
                        entries.stream()
                                .map(entry -> entry.getValue().granted())
                                .toArray(Boolean[]::new))
                .param(
                        "times",
                        texts(entries, entry -> entry.getValue().stamp().at().toString()))
                .param(
                        "messages",
                        texts(entries, entry -> entry.getValue().stamp().messageId()))
                .param(
                        "sources",
                        texts(entries, entry -> entry.getValue().stamp().source()))
                .param("reasons", texts(entries, entry -> entry.getValue().reason()))
                .update();
    }

    Map<Identifier, List<Statement>> find(Collection<Identifier> identifiers) {
        Map<Identifier, List<Statement>> found = new HashMap<>();
        jdbc.sql("select * from consent where identifier = any(:identifiers)")
                .param(
                        "identifiers",
                        identifiers.stream().map(Identifier::toString).toArray(String[]::new))
                .query(row -> {
                    Stamp stamp = new Stamp(
                            row.getObject("stated_at", OffsetDateTime.class).toInstant(),
                            row.getString("message_id"),
                            row.getString("source"));
                    Statement statement = new Statement(
                            Purpose.ofWire(row.getString("purpose")).orElseThrow(),
                            row.getBoolean("granted"),
                            stamp,
                            row.getString("reason"));
                    found.computeIfAbsent(Identifier.parse(row.getString("identifier")), first -> new ArrayList<>())
                            .add(statement);
                });
        return found;
    }

    private static <T> String[] texts(List<T> all, Function<T, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
