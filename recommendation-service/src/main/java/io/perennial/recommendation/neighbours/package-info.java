/** Item-to-item collaborative filtering: matrix, trainer, model, scorer. Pure. */
@NullMarked
package io.perennial.recommendation.neighbours;

import org.jspecify.annotations.NullMarked;
