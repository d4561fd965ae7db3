/** Learning in a JVM of its own: shoppers and purchases in files, artefacts and a report out. */
@NullMarked
package io.perennial.recommendation.learning;

import org.jspecify.annotations.NullMarked;
