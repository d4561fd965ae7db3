/** Benchmarks by name: what they have in common is here, each has a package of its own. */
@NullMarked
package io.perennial.deploy.bench;

import org.jspecify.annotations.NullMarked;
