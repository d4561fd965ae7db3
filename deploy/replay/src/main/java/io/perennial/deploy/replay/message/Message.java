package io.perennial.deploy.replay.message;

import java.time.Instant;

/**
 * One happening in a shop.
 *
 * @param key names it within its source, whenever and how often the source is read
 * @param at when it happened by the source's own clock
 */
public record Message(String key, Shopper shopper, Instant at, Action action) {}
