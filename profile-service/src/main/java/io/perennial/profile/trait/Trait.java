package io.perennial.profile.trait;

import io.perennial.profile.stamp.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * One thing a shopper or the shop said of the shopper.
 *
 * @param value a JSON value; null takes the trait back
 * @param trusted whether a server said it
 */
public record Trait(@Nullable Object value, Stamp stamp, boolean trusted) {}
