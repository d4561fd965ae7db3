package io.perennial.deploy.replay.dataset;

import io.perennial.deploy.replay.message.Message;
import io.perennial.deploy.replay.message.MessageSource;
import io.perennial.deploy.replay.message.MessageStream;
import io.perennial.deploy.replay.table.DirtyLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A source read to its end. */
record Readings(List<Message> messages, List<DirtyLines.Reason> dirt) {

    static Readings of(MessageSource source) throws IOException {
        DirtyLines dirty = DirtyLines.unheard();
        List<Message> messages = new ArrayList<>();
        try (MessageStream stream = source.open(dirty)) {
            for (Message message = stream.next(); message != null; message = stream.next()) {
                messages.add(message);
            }
        }
        return new Readings(messages, dirty.reasons());
    }

    <A> List<A> actions(Class<A> kind) {
        return messages.stream()
                .map(Message::action)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
