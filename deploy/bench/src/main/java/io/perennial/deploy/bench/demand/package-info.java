/** How well the recommendation service forecasts demand, on real sales. */
@NullMarked
package io.perennial.deploy.bench.demand;

import org.jspecify.annotations.NullMarked;
