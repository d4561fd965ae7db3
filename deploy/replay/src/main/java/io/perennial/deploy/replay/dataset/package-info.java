/** Owns the public data sets: which happenings their lines mean. */
@NullMarked
package io.perennial.deploy.replay.dataset;

import org.jspecify.annotations.NullMarked;
