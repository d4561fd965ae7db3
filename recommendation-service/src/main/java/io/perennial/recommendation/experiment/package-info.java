/** Experiments by placement: which way of answering a shopper gets, and which one is better. */
@NullMarked
package io.perennial.recommendation.experiment;

import org.jspecify.annotations.NullMarked;
