/** What was chosen of which shelf, by what was known when it was shown: rankers learn from it. */
@NullMarked
package io.perennial.recommendation.clicklog;

import org.jspecify.annotations.NullMarked;
