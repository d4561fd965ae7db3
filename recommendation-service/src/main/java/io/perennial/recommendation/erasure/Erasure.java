package io.perennial.recommendation.erasure;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.stream.BatchHandler;
import io.perennial.common.stream.Outbox;
import io.perennial.common.topic.ErasureDone;
import io.perennial.common.topic.ErasureRequested;
import io.perennial.common.topic.TopicCodec;
import io.perennial.common.topic.Topics;
import io.perennial.recommendation.history.Histories;
import io.perennial.recommendation.model.TrainingRequests;
import io.perennial.recommendation.orders.Orders;
import io.perennial.recommendation.session.Sessions;
import io.perennial.recommendation.shopper.Shoppers;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * Forgets what shoppers did, under every identifier the request names or is known here, and asks for a training without
 * them; the answer is published in the same transaction. The same request again finds nothing and is answered again.
 */
@Service
@EnableConfigurationProperties(ErasureProperties.class)
class Erasure implements BatchHandler<ErasureRequested> {

    private static final String SERVICE = "recommendation";
    private static final TopicCodec<ErasureDone> CODEC = TopicCodec.of(ErasureDone.class);

    private final Histories histories;
    private final Orders orders;
    private final Sessions sessions;
    private final Shoppers shoppers;
    private final TrainingRequests trainings;
    private final Outbox outbox;
    private final ErasureProperties properties;
    private final Clock clock;

    Erasure(
            Histories histories,
            Orders orders,
            Sessions sessions,
            Shoppers shoppers,
            TrainingRequests trainings,
            Outbox outbox,
            ErasureProperties properties,
            Clock clock) {
        this.histories = histories;
        this.orders = orders;
        this.sessions = sessions;
        this.shoppers = shoppers;
        this.trainings = trainings;
        this.outbox = outbox;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void handle(List<ErasureRequested> requests) {
        requests.forEach(this::erase);
    }

    private void erase(ErasureRequested request) {
        Set<Identifier> identifiers = new LinkedHashSet<>(shoppers.identifiersOf(new ProfileId(request.profileId())));
        for (String text : request.identifiers()) {
            Identifier identifier = Identifier.tryParse(text);
            if (identifier != null) { // nothing is kept here under any other kind
                identifiers.add(identifier);
            }
        }
        Map<String, Long> erased = new TreeMap<>();
        erased.put("shopper_history", histories.forget(identifiers));
        erased.put("shopper_order", orders.forget(identifiers));
        erased.put("session_click", sessions.forget(identifiers));
        if (erased.values().stream().anyMatch(rows -> rows > 0)) {
            trainings.request();
        }
        Instant now = clock.instant();
        Instant modelsGone = now.plus(properties.models());
        Instant sessionsGone = sessions.forgottenEverywhereBy();
        ErasureDone done = new ErasureDone(
                request.requestId(),
                request.profileId(),
                SERVICE,
                now,
                erased,
                modelsGone.isAfter(sessionsGone) ? modelsGone : sessionsGone);
        outbox.publish(Topics.erasureDone(SERVICE), request.profileId().toString(), CODEC.write(done));
    }
}
