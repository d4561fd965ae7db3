/** Long work beside the schedule's threads. */
@NullMarked
package io.perennial.recommendation.job;

import org.jspecify.annotations.NullMarked;
