package io.perennial.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Event;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.testkit.StreamDriver;
import io.perennial.common.topic.IdentityState;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.time.Duration;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A shop that sends events and looks at what becomes of them. */
public record Shop(Api api, StreamDriver stream, JdbcClient jdbc) implements AutoCloseable {

    /** Publishes accepted events and waits until all so far are folded. */
    public void publish(Event... events) {
        stream.publish(events);
        stream.awaitHandled(jdbc, "profile");
    }

    /** The profile as REST shows it. */
    public JsonNode profile(String id) {
        Api.Answer answer = api.get("/v1/profiles/" + id);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    /** Waits for a published state of the user. */
    public void awaitState(String userId, Predicate<ProfileState> wanted) {
        String key = ProfileId.of(Identifier.user(userId)).toString();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            ConsumerRecord<String, byte[]> entry =
                    stream.readState(Topics.PROFILE).get(key);
            return entry != null
                    && entry.value() != null
                    && wanted.test(TopicCodec.of(ProfileState.class).read(entry.value()));
        });
    }

    /** Waits until the identifier is published as the profile's. */
    public void awaitIdentity(String identifier, String profileId) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            ConsumerRecord<String, byte[]> entry =
                    stream.readState(Topics.IDENTITY).get(identifier);
            return entry != null
                    && TopicCodec.of(IdentityState.class)
                            .read(entry.value())
                            .profileId()
                            .toString()
                            .equals(profileId);
        });
    }

    @Override
    public void close() {
        stream.close();
    }
}
