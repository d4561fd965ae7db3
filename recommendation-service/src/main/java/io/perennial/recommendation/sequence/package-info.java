/** Shoppers' histories in order, as sequential models learn from them; pure. */
@NullMarked
package io.perennial.recommendation.sequence;

import org.jspecify.annotations.NullMarked;
