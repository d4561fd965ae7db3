/** Linear item-to-item models in closed form: what goes together (EASE) and what follows (SLIT); pure. */
@NullMarked
package io.perennial.recommendation.linear;

import org.jspecify.annotations.NullMarked;
