/** Measures of a model on later data: ranking, probabilities, calibration, each as a pure function.  */
@NullMarked
package io.perennial.churn.evaluation;

import org.jspecify.annotations.NullMarked;
