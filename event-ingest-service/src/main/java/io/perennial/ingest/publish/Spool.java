package io.perennial.ingest.publish;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.perennial.common.stream.Outbox;
import java.util.Collection;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Where accepted events wait for the broker: the outbox's table, relayed in order for a key. Alert where
 * {@code ingest.spool.size} keeps growing: the broker is away, and the database fills.
 */
@Component
public class Spool {

    private final Outbox outbox;
    private final JdbcClient jdbc;

    Spool(Outbox outbox, JdbcClient jdbc, MeterRegistry meters) {
        this.outbox = outbox;
        this.jdbc = jdbc;
        Gauge.builder("ingest.spool.size", this, Spool::size).register(meters);
    }

    /** Keeps the events in the caller's transaction. */
    public void keep(Collection<Outgoing> events) {
        outbox.publishAll(events.stream().map(Outgoing::toOutboxMessage).toList());
    }

    /** Events that wait; not a number while the database is away. */
    double size() {
        try {
            return jdbc.sql("select count(*) from stream_outbox")
                    .query(Long.class)
                    .single();
        } catch (DataAccessException | TransactionException e) {
            return Double.NaN;
        }
    }
}
