/** Collection over HTTP: the Segment-compatible paths, their answers, and what browsers need. */
@NullMarked
package io.perennial.ingest.collect;

import org.jspecify.annotations.NullMarked;
