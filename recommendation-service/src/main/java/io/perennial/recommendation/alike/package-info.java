/** Shopper-to-shopper collaborative filtering: what shoppers alike took; trainer, model, scorer. Pure. */
@NullMarked
package io.perennial.recommendation.alike;

import org.jspecify.annotations.NullMarked;
