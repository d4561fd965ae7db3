/** What the clock changes without an event: stages that run out, RFM cut points that move. */
@NullMarked
package io.perennial.profile.refresh;

import org.jspecify.annotations.NullMarked;
