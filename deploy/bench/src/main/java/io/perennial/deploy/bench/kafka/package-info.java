/** The peer: plain Kafka with nothing of ours around it, on the same broker in the same run. */
@NullMarked
package io.perennial.deploy.bench.kafka;

import org.jspecify.annotations.NullMarked;
