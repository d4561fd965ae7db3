/** What came of the recommendations: signed ids that carry how each was made, and the outcomes told by events. */
@NullMarked
package io.perennial.recommendation.attribution;

import org.jspecify.annotations.NullMarked;
