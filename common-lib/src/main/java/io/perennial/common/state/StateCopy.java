package io.perennial.common.state;

import static java.util.Objects.requireNonNull;

import io.perennial.common.stream.BatchHandler;
import io.perennial.common.stream.StateChange;
import io.perennial.common.stream.Subscription;
import io.perennial.common.topic.Revised;
import io.perennial.common.topic.TopicCodec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * This service's copy of a state topic, in its own schema, so that it is read in the reader's transaction. Lower
 * revisions than the one held are dropped.
 */
public final class StateCopy<T extends Revised> {

    private final JdbcClient jdbc;
    private final String topic;
    private final TopicCodec<T> codec;

    public StateCopy(JdbcClient jdbc, String topic, TopicCodec<T> codec) {
        this.jdbc = jdbc;
        this.topic = topic;
        this.codec = codec;
    }

    public @Nullable T find(String key) {
        return findAll(List.of(key)).get(key);
    }

    /** The states of the keys that have one, one query for all. */
    public Map<String, T> findAll(Collection<String> keys) {
        Map<String, T> states = new HashMap<>();
        jdbc.sql("select record_key, value from state_copy where topic = ? and record_key = any(?)")
                .param(topic)
                .param(keys.toArray(String[]::new))
                .query(row -> {
                    states.put(row.getString(1), codec.read(row.getBytes(2)));
                });
        return states;
    }

    /** Keeps the copy; a service declares it as a bean under a group of its own. */
    public Subscription<StateChange<T>> subscription(String group) {
        return subscription(group, changes -> {});
    }

    /**
     * Keeps the copy and hands on what was newer than it, in the same transaction; tombstones included.
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
        List<StateChange<T>> present = new ArrayList<>();
        List<StateChange<T>> gone = new ArrayList<>();
        latest.forEach(change -> (change.value() == null ? gone : present).add(change));
        Set<String> newer = Set.copyOf(upsert(present));
        delete(gone);
        List<StateChange<T>> changes = new ArrayList<>(gone);
        present.stream().filter(change -> newer.contains(change.key())).forEach(changes::add);
        return changes;
    }

    private List<String> upsert(List<StateChange<T>> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        int size = changes.size();
        String[] keys = new String[size];
        Long[] revisions = new Long[size];
        byte[][] values = new byte[size][];
        for (int i = 0; i < size; i++) {
            StateChange<T> change = changes.get(i);
            keys[i] = change.key();
            revisions[i] = requireNonNull(change.value()).revision();
            values[i] = requireNonNull(change.bytes());
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
                .param(keys)
                .param(revisions)
                .param(values)
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
