/** Looks after the serving models: drift, calibration against what came true, the data it eats; alarms and asks for a retraining. */
@NullMarked
package io.perennial.churn.watch;

import org.jspecify.annotations.NullMarked;
