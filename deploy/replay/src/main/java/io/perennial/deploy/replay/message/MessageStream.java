package io.perennial.deploy.replay.message;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One reading of a source. */
public interface MessageStream extends Closeable {

    /** The next message, or null after the last. */
    @Nullable Message next() throws IOException;

    /** How far the reading is, between 0 and 1; may be asked from another thread. */
    double progress();

    @Override
    default void close() throws IOException {}
}
