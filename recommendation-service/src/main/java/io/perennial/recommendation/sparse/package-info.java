/** Sums over few of many keys, which every scorer here needs. Pure. */
@NullMarked
package io.perennial.recommendation.sparse;

import org.jspecify.annotations.NullMarked;
