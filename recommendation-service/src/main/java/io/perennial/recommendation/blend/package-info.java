/** Several models' scores as one, by weights that a validation chose; pure. */
@NullMarked
package io.perennial.recommendation.blend;

import org.jspecify.annotations.NullMarked;
