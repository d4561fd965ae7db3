/** Learning the order of a shelf from what shoppers chose of shelves before it; pure. */
@NullMarked
package io.perennial.recommendation.ranker;

import org.jspecify.annotations.NullMarked;
