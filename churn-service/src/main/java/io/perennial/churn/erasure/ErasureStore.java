package io.perennial.churn.erasure;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which requests were answered, in Postgres. */
@Component
class ErasureStore {

    private final JdbcClient jdbc;

    ErasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that the request is done; false where it was already. */
    boolean done(UUID id, Instant at) {
        return jdbc.sql("insert into erasure_request (id, done_at) values (?, ?) on conflict do nothing")
                        .param(id)
                        .param(at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void forgetBefore(Instant then) {
        jdbc.sql("delete from erasure_request where done_at < ?")
                .param(then.atOffset(ZoneOffset.UTC))
                .update();
    }
}
