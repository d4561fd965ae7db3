package io.perennial.common.state;

import static java.util.Objects.requireNonNull;

import io.perennial.common.stream.BatchHandler;
import io.perennial.common.stream.StateChange;
import io.perennial.common.stream.Subscription;
import io.perennial.common.topic.Revised;
import io.perennial.common.topic.TopicCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * This service's copy of a state topic, in its own schema, so that it is read in the reader's transaction. Lower
 * revisions than the one held are dropped. A copy of a part is written only where the part has changed: of a profile that
 * every event changes, who only asks for consents writes next to nothing, and keeps nothing it does not need.
 */
public final class StateCopy<T extends Revised> {

    private final JdbcClient jdbc;
    private final String topic;
    private final TopicCodec<T> codec;
    private final @Nullable UnaryOperator<T> part;

    /** Keeps the states whole. */
    public StateCopy(JdbcClient jdbc, String topic, TopicCodec<T> codec) {
        this(jdbc, topic, codec, null);
    }

    private StateCopy(JdbcClient jdbc, String topic, TopicCodec<T> codec, @Nullable UnaryOperator<T> part) {
        this.jdbc = jdbc;
        this.topic = topic;
        this.codec = codec;
        this.part = part;
    }

    /** Keeps of each state only a part, which must not tell the revision: else every state would differ. */
    public static <T extends Revised> StateCopy<T> ofPart(
            JdbcClient jdbc, String topic, TopicCodec<T> codec, UnaryOperator<T> part) {
        return new StateCopy<>(jdbc, topic, codec, part);
    }

    public @Nullable T find(String key) {
        return findAll(List.of(key)).get(key);
    }

    /** The states of the keys that have one, one query for all. */
    public Map<String, T> findAll(Collection<String> keys) {
        Map<String, T> states = new HashMap<>();
        read(keys, (key, value) -> states.put(key, codec.read(value)));
        return states;
    }

    /** Keeps the copy; a service declares it as a bean under a group of its own. */
    public Subscription<StateChange<T>> subscription(String group) {
        return subscription(group, changes -> {});
    }

    /**
     * Keeps the copy and hands on what was newer than it, in the same transaction; tombstones included. States come whole,
     * of a copy of a part only those that changed it.
     *
     * @param onNewer is not called where nothing was
     */
    public Subscription<StateChange<T>> subscription(String group, BatchHandler<StateChange<T>> onNewer) {
        return Subscription.toState(topic, group, codec, batch -> {
            List<StateChange<T>> newer = apply(Latest.byKey(batch).values());
            if (!newer.isEmpty()) {
                onNewer.handle(newer);
            }
        });
    }

    private List<StateChange<T>> apply(Collection<StateChange<T>> latest) {
        Map<String, Row> present = new LinkedHashMap<>();
        List<StateChange<T>> gone = new ArrayList<>();
        for (StateChange<T> change : latest) {
            T state = change.value();
            if (state == null) {
                gone.add(change);
            } else {
                byte[] kept = part == null ? requireNonNull(change.bytes()) : codec.write(part.apply(state));
                present.put(change.key(), new Row(state.revision(), ByteBuffer.wrap(kept)));
            }
        }
        if (part != null) {
            dropUnchanged(present);
        }
        Set<String> newer = Set.copyOf(upsert(present));
        delete(gone);
        List<StateChange<T>> changes = new ArrayList<>(gone);
        latest.stream().filter(change -> newer.contains(change.key())).forEach(changes::add);
        return changes;
    }

    private record Row(long revision, ByteBuffer value) {}

    private void dropUnchanged(Map<String, Row> rows) {
        read(rows.keySet(), (key, held) -> {
            if (requireNonNull(rows.get(key)).value().equals(ByteBuffer.wrap(held))) {
                rows.remove(key);
            }
        });
    }

    private void read(Collection<String> keys, BiConsumer<String, byte[]> each) {
        jdbc.sql("select record_key, value from state_copy where topic = ? and record_key = any(?)")
                .param(topic)
                .param(keys.toArray(String[]::new))
                .query(row -> {
                    each.accept(row.getString(1), row.getBytes(2));
                });
    }

    private List<String> upsert(Map<String, Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                insert into state_copy as copy (topic, record_key, revision, value)
                select ?, record_key, revision, value
                from unnest(?::text[], ?::bigint[], ?::bytea[]) as state (record_key, revision, value)
                order by record_key
                on conflict (topic, record_key) do update
                    set revision = excluded.revision, value = excluded.value, changed_at = now()
                    where copy.revision < excluded.revision
                returning record_key
                """)
                .param(topic)
                .param(rows.keySet().toArray(String[]::new))
                .param(rows.values().stream().map(Row::revision).toArray(Long[]::new))
                .param(rows.values().stream().map(row -> row.value().array()).toArray(byte[][]::new))
                .query(String.class)
                .list();
    }

    private void delete(List<StateChange<T>> gone) {
        if (!gone.isEmpty()) {
            jdbc.sql("delete from state_copy where topic = ? and record_key = any(?)")
                    .param(topic)
                    .param(gone.stream().map(StateChange::key).toArray(String[]::new))
                    .update();
        }
    }
}
