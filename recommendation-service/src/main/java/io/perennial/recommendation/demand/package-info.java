/** How many units of a product the next weeks will take, what is short of that, and what lies in stock for longer. */
@NullMarked
package io.perennial.recommendation.demand;

import org.jspecify.annotations.NullMarked;
