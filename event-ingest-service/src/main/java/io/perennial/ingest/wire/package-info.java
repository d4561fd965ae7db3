/** Bytes to messages: inflating within a limit, finding the write key, cutting a body into its messages. */
@NullMarked
package io.perennial.ingest.wire;

import org.jspecify.annotations.NullMarked;
