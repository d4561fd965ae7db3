/** How well and how fast churn-service's models learn and score. */
@NullMarked
package io.perennial.deploy.bench.churn;

import org.jspecify.annotations.NullMarked;
