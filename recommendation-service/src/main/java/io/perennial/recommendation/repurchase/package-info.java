/** When what is used up is bought again: from the times between purchases of the same product. Pure. */
@NullMarked
package io.perennial.recommendation.repurchase;

import org.jspecify.annotations.NullMarked;
