/** Visits: runs of activity without a long pause. Pure. */
@NullMarked
package io.perennial.profile.session;

import org.jspecify.annotations.NullMarked;
