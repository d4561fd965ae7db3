/** Who is leaving and why: owns shoppers' histories as churn needs them, features, labels, models, scores and their reasons. */
@NullMarked
package io.perennial.churn;

import org.jspecify.annotations.NullMarked;
