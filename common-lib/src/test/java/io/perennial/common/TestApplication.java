package io.perennial.common;

import io.perennial.common.event.Event;
import io.perennial.common.state.IdentityCopy;
import io.perennial.common.stream.Outbox;
import io.perennial.common.stream.OutboxMessage;
import io.perennial.common.stream.Subscription;
import io.perennial.common.topic.Topics;
import io.perennial.common.web.PageRequest;
import io.perennial.common.web.Problem;
import io.perennial.common.web.PublicPaths;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service: writes each event into a ledger and passes it on. */
@SpringBootApplication
public class TestApplication {

    /** Counts down the transient failures the handler is to suffer. */
    @Bean
    AtomicInteger transientFailures() {
        return new AtomicInteger();
    }

    @Bean
    Subscription<Event> ledger(JdbcClient jdbc, Outbox outbox, AtomicInteger transientFailures) {
        return Subscription.toEvents("ledger", batch -> {
            for (Event event : batch) {
                jdbc.sql("insert into ledger (message_id, shopper) values (?, ?)")
                        .param(event.messageId())
                        .param(event.identifier().toString())
                        .update();
                if ("Poison".equals(event.name())) {
                    throw new IllegalStateException("poison");
                }
            }
            outbox.publishAll(batch.stream()
                    .map(event -> new OutboxMessage(
                            Topics.SEGMENT_CHANGED,
                            event.identifier().value(),
                            event.messageId().getBytes(StandardCharsets.UTF_8)))
                    .toList());
            if (transientFailures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new QueryTimeoutException("the database is slow");
            }
        });
    }

    @Bean
    Subscription<?> identities(IdentityCopy identities) {
        return identities.subscription("ledger-identity");
    }

    @Bean
    PublicPaths publicPaths() {
        return new PublicPaths(List.of("/open/**"));
    }

    /** Answers of each kind. */
    @RestController
    static class TestController {

        @GetMapping("/open/hello")
        String hello() {
            return "hello";
        }

        @GetMapping("/v1/things")
        @Secured("profiles:read")
        int things(@RequestParam(required = false) @Nullable Integer limit) {
            return PageRequest.limit(limit, 10, 100);
        }

        @GetMapping("/v1/caller")
        String caller(Principal caller) {
            return caller.getName();
        }

        @GetMapping("/v1/secrets")
        @Secured("nobody:has")
        String secrets() {
            return "secret";
        }

        @GetMapping("/v1/things/{id}")
        String thing(@PathVariable String id) {
            if (id.equals("broken")) {
                throw new IllegalStateException("broken");
            }
            throw Problem.notFound("thing-not-found", "No thing has the id " + id)
                    .with("field", "id");
        }
    }
}
