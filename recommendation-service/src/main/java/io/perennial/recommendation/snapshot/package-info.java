/** Shoppers and their orders as files, for who learns from them elsewhere; pure. */
@NullMarked
package io.perennial.recommendation.snapshot;

import org.jspecify.annotations.NullMarked;
