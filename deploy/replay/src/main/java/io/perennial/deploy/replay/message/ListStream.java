package io.perennial.deploy.replay.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages that are all there already. */
public final class ListStream implements MessageStream {

    private final List<Message> messages;
    private volatile int position;

    /** Tells {@code messages} in their order. */
    public ListStream(List<Message> messages) {
        this.messages = messages;
    }

    @Override
    public @Nullable Message next() {
        int current = position;
        if (current == messages.size()) {
            return null;
        }
        position = current + 1;
        return messages.get(current);
    }

    @Override
    public double progress() {
        return messages.isEmpty() ? 1 : (double) position / messages.size();
    }
}
