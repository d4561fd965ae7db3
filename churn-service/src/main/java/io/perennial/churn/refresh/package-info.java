/** Keeps scores fresh: after events, on the clock, after a new model, a merge or a consent. */
@NullMarked
package io.perennial.churn.refresh;

import org.jspecify.annotations.NullMarked;
