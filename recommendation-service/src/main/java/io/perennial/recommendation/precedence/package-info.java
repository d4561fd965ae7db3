/** Whose word counts where events contradict each other. */
@NullMarked
package io.perennial.recommendation.precedence;

import org.jspecify.annotations.NullMarked;
