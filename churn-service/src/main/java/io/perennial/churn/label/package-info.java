/** What counts as churned, and how time is cut so that no label of the training reaches into the evaluation. */
@NullMarked
package io.perennial.churn.label;

import org.jspecify.annotations.NullMarked;
