/** The way in of accepted events. */
@NullMarked
package io.perennial.recommendation.intake;

import org.jspecify.annotations.NullMarked;
