/** When something was said, and by which message: the total order that makes "latest wins" independent of arrival. Pure. */
@NullMarked
package io.perennial.profile.stamp;

import org.jspecify.annotations.NullMarked;
