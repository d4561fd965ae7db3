/** One message's whole way from bytes to verdict: settings, parsing, checks and their counters. */
@NullMarked
package io.perennial.ingest.intake;

import org.jspecify.annotations.NullMarked;
