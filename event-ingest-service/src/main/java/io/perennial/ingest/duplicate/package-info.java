/** Which (source, messageId) were durably taken within the window. */
@NullMarked
package io.perennial.ingest.duplicate;

import org.jspecify.annotations.NullMarked;
