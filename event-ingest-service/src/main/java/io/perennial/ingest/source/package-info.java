/** Who may send: sources, their write keys, trust, limits and rates. */
@NullMarked
package io.perennial.ingest.source;

import org.jspecify.annotations.NullMarked;
