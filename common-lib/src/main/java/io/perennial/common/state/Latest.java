package io.perennial.common.state;

import io.perennial.common.stream.StateChange;
import io.perennial.common.topic.Revised;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Of several changes of a key within a batch the one that holds. */
final class Latest {

    private Latest() {}

    /** By key the change to the highest revision, or the tombstone where nothing follows it. */
    static <T extends Revised> Map<String, StateChange<T>> byKey(List<StateChange<T>> batch) {
        Map<String, StateChange<T>> latest = new LinkedHashMap<>();
        for (StateChange<T> change : batch) {
            latest.merge(change.key(), change, Latest::later);
        }
        return latest;
    }

    private static <T extends Revised> StateChange<T> later(StateChange<T> held, StateChange<T> next) {
        T before = held.value();
        T after = next.value();
        return before == null || after == null || after.revision() >= before.revision() ? next : held;
    }
}
