/** Asks an HTTP server as fast as it answers, and says how fast that was. */
@NullMarked
package io.perennial.deploy.bench.load;

import org.jspecify.annotations.NullMarked;
