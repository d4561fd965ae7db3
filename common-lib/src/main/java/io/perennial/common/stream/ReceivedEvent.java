package io.perennial.common.stream;

import io.perennial.common.event.Event;

/**
 * An event and the bytes it came as, for whoever keeps it.
 *
 * @param bytes as the event codec reads them; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way; received events are never compared
public record ReceivedEvent(Event event, byte[] bytes) {}
