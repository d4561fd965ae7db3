/** The archive: every accepted event of every identifier, by time, to page through and to rebuild from. */
@NullMarked
package io.perennial.profile.timeline;

import org.jspecify.annotations.NullMarked;
