/** Owns what is said to ingest: a shop's happenings as values, and their form on the wire. */
@NullMarked
package io.perennial.deploy.replay.message;

import org.jspecify.annotations.NullMarked;
