/** What churn keeps of each shopper's past, one compact row an identifier: orders, refunds, active hours. Folds are independent of order. */
@NullMarked
package io.perennial.churn.history;

import org.jspecify.annotations.NullMarked;
