/** What two groups of shoppers say about a difference, and how surely; pure. */
@NullMarked
package io.perennial.recommendation.statistics;

import org.jspecify.annotations.NullMarked;
