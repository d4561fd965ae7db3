/** Orders as baskets: which products together, when and by whom; independent of the events' order and repetition. */
@NullMarked
package io.perennial.recommendation.orders;

import org.jspecify.annotations.NullMarked;
