/** Jobs: one replica at a time is their leader, and those that take much memory run in a JVM of their own. */
@NullMarked
package io.perennial.common.job;

import org.jspecify.annotations.NullMarked;
