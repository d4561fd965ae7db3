package io.perennial.common.state;

import io.perennial.common.stream.StateChange;
import io.perennial.common.topic.Revised;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Of several changes of a key within a batch the one that holds. */
final class Latest {

    private Latest() {}

    /** By key the state of the highest revision; null where the last record is a tombstone. */
    static <T extends Revised> Map<String, @Nullable T> byKey(List<StateChange<T>> batch) {
        Map<String, @Nullable T> latest = new LinkedHashMap<>();
        for (StateChange<T> change : batch) {
            T held = latest.get(change.key());
            T value = change.value();
            if (value == null || held == null || value.revision() >= held.revision()) {
                latest.put(change.key(), value);
            }
        }
        return latest;
    }
}
