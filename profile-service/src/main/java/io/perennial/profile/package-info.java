/** Who a shopper is: folds accepted events into profiles, publishes their state and answers for them. */
@NullMarked
package io.perennial.profile;

import org.jspecify.annotations.NullMarked;
