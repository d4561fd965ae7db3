package io.perennial.recommendation.session;

/** A click as it is stored: under the identifier its event carried; {@code at} in milliseconds since 1970. */
record SessionClick(String identifier, String productId, long at) {}
