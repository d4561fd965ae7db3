package io.perennial.campaign.suite;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.testkit.StreamDriver;
import io.perennial.common.topic.ChurnScoreState;
import io.perennial.common.topic.IdentityState;
import io.perennial.common.topic.ProfileState;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The other services as this one knows them: publishes the states of shoppers and their scores. */
final class Shop {

    private static final AtomicLong REVISION = new AtomicLong(1);

    private final StreamDriver stream = new StreamDriver();

    StreamDriver stream() {
        return stream;
    }

    static ProfileId profileId(String userId) {
        return ProfileId.of(Identifier.user(userId));
    }

    static String email(String userId) {
        return userId + "@shop.example";
    }

    /** A shopper of a year, seen just now, with an address. */
    void knows(String userId, boolean marketing) {
        knows(userId, marketing, Map.of("email", email(userId), "name", "Ada Lovelace"), Duration.ofDays(365));
    }

    void knows(String userId, boolean marketing, Map<String, String> personal, Duration since) {
        Instant now = Instant.now();
        ProfileId id = profileId(userId);
        IdentityState identity =
                new IdentityState(Identifier.user(userId).toString(), id.value(), REVISION.incrementAndGet());
        stream.publish(
                Topics.IDENTITY,
                identity.identifier(),
                TopicCodec.of(IdentityState.class).write(identity));
        ProfileState profile = new ProfileState(
                id.value(),
                REVISION.incrementAndGet(),
                now,
                List.of(userId),
                List.of(),
                "active",
                now.minus(since),
                now,
                3,
                1,
                null,
                null,
                null,
                Map.of("marketing", marketing),
                List.of("email"),
                null,
                List.of(),
                personal);
        stream.publish(
                Topics.PROFILE, id.toString(), TopicCodec.of(ProfileState.class).write(profile));
    }

    /** A device that turned out to be a user's. */
    void knowsDevice(String userId, String anonymousId) {
        knows(userId, true);
        IdentityState identity = new IdentityState(
                Identifier.anonymous(anonymousId).toString(), profileId(userId).value(), REVISION.incrementAndGet());
        stream.publish(
                Topics.IDENTITY,
                identity.identifier(),
                TopicCodec.of(IdentityState.class).write(identity));
    }

    void scores(String userId, String band, String cause, Instant at) {
        ChurnScoreState score = new ChurnScoreState(
                profileId(userId).value(), REVISION.incrementAndGet(), 0.9, band, 30, "m1", at, cause, List.of(), null);
        stream.publish(
                Topics.CHURN_SCORE,
                score.profileId().toString(),
                TopicCodec.of(ChurnScoreState.class).write(score));
    }
}
