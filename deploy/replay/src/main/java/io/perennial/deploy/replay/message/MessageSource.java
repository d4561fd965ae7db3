package io.perennial.deploy.replay.message;

import io.perennial.deploy.replay.table.DirtyLines;
import java.io.IOException;

/** Something messages can be read from, any number of times, always the same. */
public interface MessageSource {

    /** The source's name, which is part of every messageId. */
    String name();

    /** Starts from the beginning; lines that are no message go to {@code dirty}. */
    MessageStream open(DirtyLines dirty) throws IOException;
}
