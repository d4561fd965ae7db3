package io.perennial.profile.timeline;

import io.perennial.common.event.Event;
import io.perennial.common.event.EventCodec;
import io.perennial.common.event.MalformedEventException;
import io.perennial.common.identity.Identifier;
import io.perennial.common.stream.ReceivedEvent;
import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.springframework.stereotype.Component;

/** Every accepted event of every identifier, own sends included, by time. */
@Component
public class Timeline {

    private final TimelineStore store;
    private final EventCodec codec = new EventCodec();

    Timeline(TimelineStore store) {
        this.store = store;
    }

    /** Keeps the events; one it has already is left as it is. */
    public void append(List<ReceivedEvent> batch) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            store.append(
                    batch.stream().map(ReceivedEvent::event).toList(),
                    batch.stream()
                            .map(received -> deflated(deflater, received.bytes()))
                            .toList());
        } finally {
            deflater.end();
        }
    }

    /** The newest of the identifiers' events that pass the filter, newest first. */
    List<Event> newest(Collection<Identifier> identifiers, TimelineFilter filter, int most) {
        Inflater inflater = new Inflater(true);
        try {
            return store.newest(identifiers, filter, most).stream()
                    .map(bytes -> codec.read(inflated(inflater, bytes)))
                    .toList();
        } finally {
            inflater.end();
        }
    }

    private static byte[] deflated(Deflater deflater, byte[] event) {
        deflater.reset();
        deflater.setInput(event);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream(event.length / 2);
        byte[] chunk = new byte[4096];
        while (!deflater.finished()) {
            out.write(chunk, 0, deflater.deflate(chunk));
        }
        return out.toByteArray();
    }

    private static byte[] inflated(Inflater inflater, byte[] deflated) {
        inflater.reset();
        inflater.setInput(deflated);
        ByteArrayOutputStream out = new ByteArrayOutputStream(deflated.length * 4);
        byte[] chunk = new byte[4096];
        try {
            while (!inflater.finished()) {
                int read = inflater.inflate(chunk);
                if (read == 0) {
                    throw new MalformedEventException("an archived event ends early");
                }
                out.write(chunk, 0, read);
            }
        } catch (DataFormatException e) {
            throw new MalformedEventException("an archived event is damaged", e);
        }
        return out.toByteArray();
    }
}
