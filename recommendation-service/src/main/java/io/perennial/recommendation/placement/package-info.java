/** Where in the shop recommendations stand, and what each place allows. */
@NullMarked
package io.perennial.recommendation.placement;

import org.jspecify.annotations.NullMarked;
