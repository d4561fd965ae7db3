package io.perennial.common.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many messages wait to be sent: {@code stream.outbox.pending}. Alert when it grows for a minute. */
final class OutboxBacklog {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxBacklog.class);

    /** Counting stops here: more is as bad. */
    private static final int MOST = 100_000;

    private final JdbcClient jdbc;
    private volatile long pending;

    OutboxBacklog(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        Gauge.builder("stream.outbox.pending", this, backlog -> backlog.pending).register(meters);
    }

    /** Counts once; a failure leaves the last count. */
    void refresh() {
        try {
            pending = jdbc.sql("select count(*) from (select 1 from stream_outbox limit ?) as waiting")
                    .param(MOST)
                    .query(Long.class)
                    .single();
        } catch (RuntimeException e) {
            LOG.debug("The outbox could not be counted: {}", e.toString());
        }
    }
}
