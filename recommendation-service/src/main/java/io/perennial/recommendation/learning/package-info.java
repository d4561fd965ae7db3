/** Learning a blend in a JVM of its own: interactions in a file, an artefact and a report out. */
@NullMarked
package io.perennial.recommendation.learning;

import org.jspecify.annotations.NullMarked;
