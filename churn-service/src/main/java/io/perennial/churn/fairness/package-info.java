/** Whether a model errs more with some shoppers than with others, beyond a bound and beyond chance. */
@NullMarked
package io.perennial.churn.fairness;

import org.jspecify.annotations.NullMarked;
