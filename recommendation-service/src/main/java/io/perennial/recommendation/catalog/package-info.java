/** What the shop sells: learnt from the lines of events, ruled by the product feed. Stock and availability are read where they are asked for, so they count at once on every replica. */
@NullMarked
package io.perennial.recommendation.catalog;

import org.jspecify.annotations.NullMarked;
