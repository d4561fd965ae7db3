/** What models have in common: the ids of their items, and how their bytes are read. Pure. */
@NullMarked
package io.perennial.recommendation.artefact;

import org.jspecify.annotations.NullMarked;
