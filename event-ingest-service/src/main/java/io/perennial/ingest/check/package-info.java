/** The rules of the wire: pure functions from one message to one verdict. No Spring, Jackson, JDBC or Kafka. */
@NullMarked
package io.perennial.ingest.check;

import org.jspecify.annotations.NullMarked;
