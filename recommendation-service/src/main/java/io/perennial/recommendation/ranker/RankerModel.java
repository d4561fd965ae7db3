package io.perennial.recommendation.ranker;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A ranker for each placement that has one. Immutable. */
public final class RankerModel {

    /** Leaves all to the fixed blend. */
    public static final RankerModel EMPTY = new RankerModel(Map.of());

    final Map<String, ShelfRanker> byPlacement;

    public RankerModel(Map<String, ShelfRanker> byPlacement) {
        this.byPlacement = Map.copyOf(byPlacement);
    }

    /** Null where the fixed blend is to order the shelf. */
    public @Nullable ShelfRanker of(String placement) {
        return byPlacement.get(placement);
    }

    public int placements() {
        return byPlacement.size();
    }

    @Override
    public String toString() {
        return new TreeMap<>(byPlacement).keySet().toString();
    }
}
