package io.perennial.recommendation.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.perennial.common.event.Event;
import io.perennial.common.testkit.Events;
import io.perennial.common.testkit.StreamDriver;
import io.perennial.recommendation.Http;
import io.perennial.recommendation.Tables;
import io.perennial.recommendation.WholeService;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shop of the ITs here, and how they speak with it: two tastes, trained once a class. */
@WholeService
abstract class TwoTastesShop {

    static final String GROUP = "recommendation";

    @LocalServerPort
    private int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    final StreamDriver driver = new StreamDriver();
    private static @Nullable Class<?> open;

    /** A shop of two tastes, trained once: garden things go together, and so do kitchen things. */
    @BeforeEach
    void shop() {
        if (getClass().equals(open)) {
            return;
        }
        open = getClass();
        Tables.emptyShop(jdbc);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            events.add(order("g" + i, "spade", "rake", "hose"));
            events.add(order("k" + i, "pan", "pot", "ladle"));
        }
        events.add(order("m1", "spade", "POST"));
        events.add(order("m2", "rake", "POST"));
        driver.publish(events);
        driver.awaitHandled(jdbc, GROUP);
        retrain();
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    Http http() {
        return new Http(port);
    }

    void feed(String row) {
        assertThat(http().put("/v1/products", "{\"products\":[" + row + "]}").status())
                .isEqualTo(200);
    }

    void retrain() {
        Http.Answer job = http().post("/v1/recommendation-models/train", "");
        assertThat(job.status()).isEqualTo(202);
        String path =
                "/v1/recommendation-models/jobs/" + job.body().path("jobId").asString();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(http().get(path).body().path("state").asString())
                                .isEqualTo("succeeded"));
    }

    Events viewed(String productId) {
        return Events.viewed(productId).at(clock.instant());
    }

    Event order(String userId, String... productIds) {
        Events order = Events.order("o-" + userId + '-' + productIds.length)
                .by(userId)
                .at(clock.instant().minusSeconds(60));
        for (String productId : productIds) {
            order.line(productId, 1, "3.50");
        }
        return order.build();
    }
}
