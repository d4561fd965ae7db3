package io.perennial.profile.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Event;
import io.perennial.common.testkit.Events;
import io.perennial.common.testkit.StreamDriver;
import io.perennial.profile.Api;
import io.perennial.profile.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the clock changes: scores by the population, stages by time. */
@ServiceTest
class ClockWorkIT {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ClockWork clockWork;

    @Test
    void scoresComeWithThePopulationAndStagesRunOut() {
        Instant now = Instant.now();
        List<Event> events = new ArrayList<>();
        // rank 1 buys seldom, little and long ago; rank 5 often, much and yesterday. Far from what other tests do.
        for (int rank = 1; rank <= 5; rank++) {
            for (int order = 0; order < rank * 10; order++) {
                Instant at = now.minus(Duration.ofDays(6L - rank)).minusSeconds(order);
                events.add(Events.order("rank" + rank + "-" + order)
                        .by("rank" + rank)
                        .at(at)
                        .line("p", rank, "1000.00")
                        .build());
            }
        }
        try (StreamDriver stream = new StreamDriver()) {
            stream.publish(events);
            stream.awaitHandled(jdbc, "profile");
        }
        Api api = new Api(port);

        clockWork.refreshPopulation(now);

        JsonNode best = api.get("/v1/profiles/rank5").body();
        assertThat(best.at("/rfm/score").asString()).isEqualTo("555");
        assertThat(api.get("/v1/profiles/rank1").body().at("/rfm/monetary").asInt())
                .isLessThan(best.at("/rfm/monetary").asInt());
        assertThat(jdbc.sql("select rfm from profile where profile_id = :id::uuid")
                        .param("id", best.at("/profileId").asString())
                        .query(String.class)
                        .single())
                .as("as published")
                .isEqualTo("555");
        assertThat(best.at("/stage").asString()).isEqualTo("active");

        Long before = revision(best);
        jdbc.sql(
                        "update profile set stage = 'new', stage_until = now() - interval '1 second', content = null where profile_id = :id::uuid")
                .param("id", best.at("/profileId").asString())
                .update();
        clockWork.refreshStages(Instant.now());
        assertThat(revision(best)).isEqualTo(before + 1);
    }

    private Long revision(JsonNode profile) {
        return jdbc.sql("select revision from profile where profile_id = :id::uuid and stage_until > now()")
                .param("id", profile.at("/profileId").asString())
                .query(Long.class)
                .single();
    }
}
