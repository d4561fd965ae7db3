/** Forgets a shopper on request, and says so. */
@NullMarked
package io.perennial.recommendation.erasure;

import org.jspecify.annotations.NullMarked;
