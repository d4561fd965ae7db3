package io.perennial.common.stream;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages that become durable with the caller's transaction and are sent after it commits, in order for a key, at least
 * once (the transactional outbox pattern).
 */
public final class Outbox {

    /** Lanes are independent: one relay works on a lane at a time. */
    static final int LANES = 4;

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final Runnable wakeRelay;

    Outbox(JdbcClient jdbc, Runnable wakeRelay) {
        this.jdbc = jdbc;
        this.wakeRelay = wakeRelay;
    }

    /** Publishes one message; see {@link #publishAll}. */
    public void publish(String topic, @Nullable String key, byte @Nullable [] value) {
        publishAll(List.of(new OutboxMessage(topic, key, value)));
    }

    /** Publishes one message; see {@link #publishAll}. */
    public void publish(OutboxMessage message) {
        publishAll(List.of(message));
    }

    /**
     * Publishes messages with one statement.
     *
     * @throws IllegalStateException outside a transaction, where nothing would hold them together with the state
     */
    public void publishAll(List<OutboxMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the outbox is written inside a transaction, and there is none");
        }
        int size = messages.size();
        Short[] lanes = new Short[size];
        String[] topics = new String[size];
        @Nullable String[] keys = new String[size];
        byte @Nullable [][] values = new byte[size][];
        String[] headers = new String[size];
        @Nullable String[] timestamps = new String[size];
        for (int i = 0; i < size; i++) {
            OutboxMessage message = messages.get(i);
            lanes[i] = lane(message.key());
            topics[i] = message.topic();
            keys[i] = message.key();
            values[i] = message.value();
            headers[i] = json(message.headers());
            timestamps[i] =
                    message.timestamp() == null ? null : message.timestamp().toString();
        }
        jdbc.sql("""
                insert into stream_outbox (lane, topic, record_key, value, headers, record_time)
                select lane, topic, record_key, value, headers::jsonb, record_time::timestamptz
                from unnest(?::smallint[], ?::text[], ?::text[], ?::bytea[], ?::text[], ?::text[])
                     with ordinality as message (lane, topic, record_key, value, headers, record_time, place)
                order by place
                """)
                .param(lanes)
                .param(topics)
                .param(keys)
                .param(values)
                .param(headers)
                .param(timestamps)
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakeRelay.run();
            }
        });
    }

    private static short lane(@Nullable String key) {
        return (short) (key == null ? 0 : Math.floorMod(key.hashCode(), LANES));
    }

    private static String json(Map<String, String> headers) {
        return headers.isEmpty() ? "{}" : JSON.writeValueAsString(headers);
    }
}
