/** How good rankings are: full ranking, what they hit, where, and how much of the range they show; pure. */
@NullMarked
package io.perennial.recommendation.evaluation;

import org.jspecify.annotations.NullMarked;
