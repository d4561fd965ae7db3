package io.perennial.profile.fold;

import io.perennial.common.event.Event;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.stream.BatchHandler;
import io.perennial.common.stream.ReceivedEvent;
import io.perennial.profile.consent.Consents;
import io.perennial.profile.identity.IdentityGraph;
import io.perennial.profile.order.Order;
import io.perennial.profile.order.OrderBook;
import io.perennial.profile.picture.Picture;
import io.perennial.profile.picture.Pictures;
import io.perennial.profile.state.Fresh;
import io.perennial.profile.state.ProfilePublisher;
import io.perennial.profile.timeline.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes accepted events through every fold, then publishes the profiles they touch, each once a batch. */
@Component
class EventFold implements BatchHandler<ReceivedEvent> {

    private final IdentityGraph identities;
    private final Timeline timeline;
    private final Pictures pictures;
    private final OrderBook orders;
    private final Consents consents;
    private final ProfilePublisher publisher;

    EventFold(
            IdentityGraph identities,
            Timeline timeline,
            Pictures pictures,
            OrderBook orders,
            Consents consents,
            ProfilePublisher publisher) {
        this.identities = identities;
        this.timeline = timeline;
        this.pictures = pictures;
        this.orders = orders;
        this.consents = consents;
        this.publisher = publisher;
    }

    @Override
    public void handle(List<ReceivedEvent> received) {
        List<Event> batch = received.stream().map(ReceivedEvent::event).toList();
        Set<ProfileId> touched = identities.fold(batch); // first: it takes the locks the other folds rely on
        timeline.append(received);
        Map<Identifier, Picture> seen = pictures.fold(batch);
        Map<Identifier, List<Order>> bought = orders.fold(batch);
        consents.fold(batch);
        publisher.refresh(touched, new Fresh(seen, bought));
    }
}
