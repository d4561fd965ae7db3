/** The ids of recommendations: what they carry, signed, and whether one that comes back is good. */
@NullMarked
package io.perennial.recommendation.signature;

import org.jspecify.annotations.NullMarked;
