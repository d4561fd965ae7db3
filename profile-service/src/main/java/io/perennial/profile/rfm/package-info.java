/** Recency, frequency and monetary value as population quintiles: cut points and scores. */
@NullMarked
package io.perennial.profile.rfm;

import org.jspecify.annotations.NullMarked;
