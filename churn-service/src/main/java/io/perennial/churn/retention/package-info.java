/** How long shoppers stay: survival, hazard, cohorts, and the weekly churn rate with a forecast. */
@NullMarked
package io.perennial.churn.retention;

import org.jspecify.annotations.NullMarked;
