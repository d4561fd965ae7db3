/** Any table with a yes-or-no column: read, typed, checked for leaks and doubles, cut into folds, encoded, learnt. */
@NullMarked
package io.perennial.churn.table;

import org.jspecify.annotations.NullMarked;
