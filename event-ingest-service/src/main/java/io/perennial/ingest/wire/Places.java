package io.perennial.ingest.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Turns Jackson's complaints into ours, with the place. */
final class Places {

    private Places() {}

    static MalformedBodyException malformed(String what, JacksonException e, @Nullable String writeKey) {
        TokenStreamLocation place = e.getLocation();
        int line = place == null ? 0 : Math.max(0, place.getLineNr());
        int column = place == null ? 0 : Math.max(0, place.getColumnNr());
        return new MalformedBodyException(what + firstLine(e.getOriginalMessage()), line, column, writeKey);
    }

    private static String firstLine(@Nullable String message) {
        String text = String.valueOf(message);
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        return line.length() <= 200 ? line : line.substring(0, 200) + '…';
    }
}
