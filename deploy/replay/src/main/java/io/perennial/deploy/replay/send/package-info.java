/** Owns the delivery: batches, connections, patience with an ingest that is away, and the account of its verdicts. */
@NullMarked
package io.perennial.deploy.replay.send;

import org.jspecify.annotations.NullMarked;
