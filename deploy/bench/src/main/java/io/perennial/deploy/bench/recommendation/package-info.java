/** What recommendations are worth on real data, and how fast their models are trained. */
@NullMarked
package io.perennial.deploy.bench.recommendation;

import org.jspecify.annotations.NullMarked;
