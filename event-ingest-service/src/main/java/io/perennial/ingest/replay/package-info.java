/** Sending kept events through the checks again, corrected or as they were. */
@NullMarked
package io.perennial.ingest.replay;

import org.jspecify.annotations.NullMarked;
