package io.perennial.ingest.replay;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which kept events to send again.
 *
 * @param ids as they are, unless a correction says otherwise
 * @param corrections by id the whole corrected message, or body where a body was rejected; its id need not be in ids
 */
record ReplayRequest(@Nullable List<UUID> ids, @Nullable Map<UUID, Map<String, @Nullable Object>> corrections) {

    Set<UUID> all() {
        Set<UUID> all = new LinkedHashSet<>();
        if (ids != null) {
            all.addAll(ids);
        }
        if (corrections != null) {
            all.addAll(corrections.keySet());
        }
        return all;
    }

    @Nullable Map<String, @Nullable Object> correction(UUID id) {
        return corrections == null ? null : corrections.get(id);
    }
}
