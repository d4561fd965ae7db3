/** How fast the whole suite is, and how much memory it takes. */
@NullMarked
package io.perennial.deploy.bench.suite;

import org.jspecify.annotations.NullMarked;
