/** Choosing among arms while learning which is best; pure. */
@NullMarked
package io.perennial.recommendation.bandit;

import org.jspecify.annotations.NullMarked;
