/**
 * Owns the wire: collects behaviour events over HTTP and Kafka, checks them, publishes what is accepted and keeps what is
 * not. Dependencies fall: {@code collect}, {@code offered} and {@code replay} on {@code intake}, that on {@code check},
 * {@code wire} and {@code source}.
 */
@NullMarked
package io.perennial.ingest;

import org.jspecify.annotations.NullMarked;
