/** How many shoppers are drawn to a product lately, with exponential decay. Pure. */
@NullMarked
package io.perennial.recommendation.popularity;

import org.jspecify.annotations.NullMarked;
