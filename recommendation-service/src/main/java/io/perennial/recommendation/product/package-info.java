/** Products by number, so that who looks for what another has named reads an array. */
@NullMarked
package io.perennial.recommendation.product;

import org.jspecify.annotations.NullMarked;
