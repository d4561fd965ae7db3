/** Events that were not accepted, kept with their bytes until somebody corrects them. */
@NullMarked
package io.perennial.ingest.rejected;

import org.jspecify.annotations.NullMarked;
