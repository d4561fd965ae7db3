/** The listener: takes a batch of accepted events through every fold, then publishes the touched profiles. */
@NullMarked
package io.perennial.profile.fold;

import org.jspecify.annotations.NullMarked;
