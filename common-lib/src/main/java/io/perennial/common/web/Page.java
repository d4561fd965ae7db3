package io.perennial.common.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a listing; {@code next} is the cursor of the following one, absent on the last. */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }
}
