/** Operations: clock, metrics tags, traces and logs. */
@NullMarked
package io.perennial.common.ops;

import org.jspecify.annotations.NullMarked;
