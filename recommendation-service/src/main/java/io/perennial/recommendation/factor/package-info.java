/** Shoppers and products as points of one space: matrix factorisation of implicit feedback; pure. */
@NullMarked
package io.perennial.recommendation.factor;

import org.jspecify.annotations.NullMarked;
