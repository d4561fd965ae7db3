/** Forgets a shopper everywhere in this service, and says so. */
@NullMarked
package io.perennial.churn.erasure;

import org.jspecify.annotations.NullMarked;
