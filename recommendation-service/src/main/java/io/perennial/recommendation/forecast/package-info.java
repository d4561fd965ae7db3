/** How many units the next weeks will take, from those of the past; pure. */
@NullMarked
package io.perennial.recommendation.forecast;

import org.jspecify.annotations.NullMarked;
