/** The test kit: real Kafka and Postgres from one extension, and fixtures that speak of shoppers and orders. */
@NullMarked
package io.perennial.common.testkit;

import org.jspecify.annotations.NullMarked;
