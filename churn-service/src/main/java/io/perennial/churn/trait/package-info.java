/** What tells groups of shoppers apart, read from our copy of the profile states. */
@NullMarked
package io.perennial.churn.trait;

import org.jspecify.annotations.NullMarked;
