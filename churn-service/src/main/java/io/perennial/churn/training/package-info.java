/** From histories to a published model or a reason why not; the jobs that do it. */
@NullMarked
package io.perennial.churn.training;

import org.jspecify.annotations.NullMarked;
