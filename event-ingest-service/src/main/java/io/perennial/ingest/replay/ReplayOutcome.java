package io.perennial.ingest.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a replay.
 *
 * @param duplicates events that had been taken in the meantime
 * @param notFound ids that are unknown, or were accepted by an earlier replay
 */
record ReplayOutcome(int accepted, int duplicates, List<Item> rejected, List<UUID> notFound) {

    /** One that was refused again; it stays rejected. */
    record Item(UUID id, @JsonInclude @Nullable String messageId, String code, String detail) {}
}
