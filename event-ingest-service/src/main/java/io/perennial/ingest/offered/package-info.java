/** Events other producers write to the offered topic, checked like those that come over HTTP. */
@NullMarked
package io.perennial.ingest.offered;

import org.jspecify.annotations.NullMarked;
