package io.perennial.common.web;

import org.jspecify.annotations.Nullable;

/** How many items a client may ask for at once. */
public final class PageRequest {

    private PageRequest() {}

    /**
     * The limit to use.
     *
     * @param limit null: the default
     * @throws Problem 400 where it is below one or above the maximum
     */
    public static int limit(@Nullable Integer limit, int standard, int maximum) {
        if (limit == null) {
            return standard;
        }
        if (limit < 1 || limit > maximum) {
            throw Problem.badRequest("invalid-limit", "limit must be from 1 to " + maximum + "; it is " + limit)
                    .with("field", "limit");
        }
        return limit;
    }
}
