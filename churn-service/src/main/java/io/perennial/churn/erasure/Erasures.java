package io.perennial.churn.erasure;

import io.perennial.churn.history.Shoppers;
import io.perennial.churn.scoring.Scores;
import io.perennial.churn.treatment.Treatments;
import io.perennial.churn.watch.Watch;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.stream.Outbox;
import io.perennial.common.stream.Subscription;
import io.perennial.common.topic.ErasureDone;
import io.perennial.common.topic.ErasureRequested;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Forgets shoppers: history, scores, the log of scores, treatments, in the transaction that takes the request. What was learnt from
 * them is a few numbers of everybody; the next training does not see them.
 */
@Component
class Erasures {

    /** How long events of before the request may still come, and dead letters stay. */
    private static final Duration KEPT = Duration.ofDays(31);

    private static final TopicCodec<ErasureDone> DONE = TopicCodec.of(ErasureDone.class);

    private final Shoppers shoppers;
    private final Scores scores;
    private final Watch watch;
    private final Treatments treatments;
    private final ErasureStore store;
    private final Outbox outbox;
    private final Clock clock;

    Erasures(
            Shoppers shoppers,
            Scores scores,
            Watch watch,
            Treatments treatments,
            ErasureStore store,
            Outbox outbox,
            Clock clock) {
        this.shoppers = shoppers;
        this.scores = scores;
        this.watch = watch;
        this.treatments = treatments;
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    void handle(List<ErasureRequested> requests) {
        requests.forEach(this::erase);
        store.forgetBefore(clock.instant().minus(KEPT));
    }

    /** Again is no harm: nothing is left, and the answer is given once. */
    private void erase(ErasureRequested request) {
        ProfileId profile = new ProfileId(request.profileId());
        List<Identifier> identifiers =
                request.identifiers().stream().map(Identifier::parse).toList();
        Set<ProfileId> profiles = new HashSet<>(Set.of(profile));
        identifiers.forEach(identifier -> profiles.add(ProfileId.of(identifier)));
        Instant now = clock.instant();
        long histories = shoppers.erase(profile, identifiers, request.requestedAt(), now.minus(KEPT));
        long scored = scores.withdraw(profiles);
        long logged = watch.erase(profiles);
        long treated = treatments.erase(profiles);
        if (store.done(id(request), now)) {
            outbox.publish(
                    Topics.erasureDone("churn"),
                    profile.toString(),
                    DONE.write(new ErasureDone(
                            request.requestId(),
                            request.profileId(),
                            "churn",
                            now,
                            Map.of(
                                    "shopper_history", histories,
                                    "churn_score", scored,
                                    "churn_score_log", logged,
                                    "campaign_treatment", treated),
                            now.plus(KEPT))));
        }
    }

    /** A request without an id is known by whom and when it asks for. */
    @SuppressWarnings("NullAway") // Jackson passes null for what is absent
    private static UUID id(ErasureRequested request) {
        return request.requestId() != null
                ? request.requestId()
                : UUID.nameUUIDFromBytes(
                        (request.profileId() + "/" + request.requestedAt()).getBytes(StandardCharsets.UTF_8));
    }

    /** Subscribes it. */
    @Configuration(proxyBeanMethods = false)
    static class Streams {
        @Bean
        Subscription<ErasureRequested> churnErasures(Erasures erasures) {
            return Subscription.toMessages(
                    Topics.ERASURE_REQUESTED, "churn-erasure", TopicCodec.of(ErasureRequested.class), erasures::handle);
        }
    }
}
