/** Owns the way from a data set, or the simulated shop, to ingest: what is read, sent, and what became of it. */
@NullMarked
package io.perennial.deploy.replay;

import org.jspecify.annotations.NullMarked;
