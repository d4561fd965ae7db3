package io.perennial.churn.history;

import io.perennial.common.topic.ProfileState;
import org.jspecify.annotations.Nullable;

/**
 * A shopper and what profile-service says of it.
 *
 * @param state null where it has said nothing yet
 */
public record KnownShopper(Shopper shopper, @Nullable ProfileState state) {}
