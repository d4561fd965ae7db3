/** Feature definitions and the one pure function from a history and an as-of time to their values; training and serving share it. */
@NullMarked
package io.perennial.churn.feature;

import org.jspecify.annotations.NullMarked;
