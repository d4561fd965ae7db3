package io.perennial.profile.fold;

import io.perennial.common.event.Event;
import io.perennial.common.event.EventCodec;
import io.perennial.common.stream.ReceivedEvent;
import java.util.List;

/** Events as they would come from the topic. */
final class Received {

    private static final EventCodec CODEC = new EventCodec();

    private Received() {}

    static List<ReceivedEvent> of(List<Event> events) {
        return events.stream()
                .map(event -> new ReceivedEvent(event, CODEC.write(event)))
                .toList();
    }
}
