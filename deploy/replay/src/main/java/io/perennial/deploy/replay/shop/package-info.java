/** Owns the simulated shop: its catalogue, its seasons, and shoppers with tastes, rhythms and reasons to leave. */
@NullMarked
package io.perennial.deploy.replay.shop;

import org.jspecify.annotations.NullMarked;
