/** The stream runtime: Kafka in, Postgres state, outbox and offset in one transaction, Kafka out. */
@NullMarked
package io.perennial.common.stream;

import org.jspecify.annotations.NullMarked;
