/** Jobs of which one replica at a time is the leader. */
@NullMarked
package io.perennial.common.job;

import org.jspecify.annotations.NullMarked;
