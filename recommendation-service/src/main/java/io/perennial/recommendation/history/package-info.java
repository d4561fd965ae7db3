/** What shoppers did with which products, one bounded row an identifier, independent of the order of events; and how much each signal says of a taste. */
@NullMarked
package io.perennial.recommendation.history;

import org.jspecify.annotations.NullMarked;
