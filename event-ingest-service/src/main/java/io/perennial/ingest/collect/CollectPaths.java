package io.perennial.ingest.collect;

import io.perennial.common.event.EventType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The collection calls, long and as the browser client shortens them. */
final class CollectPaths {

    /** As a Spring path pattern's regular expression. */
    static final String CALLS = "track|identify|page|screen|group|alias|batch|import|t|i|p|s|g|a|b";

    private static final Map<String, EventType> SINGLE = Map.ofEntries(
            Map.entry("track", EventType.TRACK),
            Map.entry("t", EventType.TRACK),
            Map.entry("identify", EventType.IDENTIFY),
            Map.entry("i", EventType.IDENTIFY),
            Map.entry("page", EventType.PAGE),
            Map.entry("p", EventType.PAGE),
            Map.entry("screen", EventType.SCREEN),
            Map.entry("s", EventType.SCREEN),
            Map.entry("group", EventType.GROUP),
            Map.entry("g", EventType.GROUP),
            Map.entry("alias", EventType.ALIAS),
            Map.entry("a", EventType.ALIAS));

    private CollectPaths() {}

    /** The type of a call for one message; null for a batch. */
    static @Nullable EventType type(String call) {
        return SINGLE.get(call);
    }

    /** Every path, with and without trailing slash. */
    static List<String> all() {
        return Stream.of(CALLS.split("\\|"))
                .flatMap(call -> Stream.of("/v1/" + call, "/v1/" + call + "/"))
                .toList();
    }
}
