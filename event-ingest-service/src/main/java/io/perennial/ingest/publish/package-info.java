/** Accepted events to Kafka, and the broker's and the database's absences. */
@NullMarked
package io.perennial.ingest.publish;

import org.jspecify.annotations.NullMarked;
