/**
 * From a table of numbers with a yes or no to models: logistic regression by two trainers that minimise one objective, and its
 * challengers. Knows nothing of shoppers.
 */
@NullMarked
package io.perennial.churn.learning;

import org.jspecify.annotations.NullMarked;
