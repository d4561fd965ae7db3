/** A real Kafka broker from its Maven artifacts, in KRaft combined mode, with the suite's topics. */
@NullMarked
package io.perennial.deploy.local.kafka;

import org.jspecify.annotations.NullMarked;
