/** Probability, band and reasons of one shopper; the stored scores, what of them is published, and the answers over REST. */
@NullMarked
package io.perennial.churn.scoring;

import org.jspecify.annotations.NullMarked;
