/** The service as a whole on real Postgres, Kafka and SMTP. */
@NullMarked
package io.perennial.campaign.suite;

import org.jspecify.annotations.NullMarked;
