/** Trainings against those of others on the same data in the same run, each in a JVM of its own. */
@NullMarked
package io.perennial.deploy.bench.peers;

import org.jspecify.annotations.NullMarked;
