/** Training of recommendation models on Spark: the service's own classes, spread over machines. */
@NullMarked
package io.perennial.deploy.spark;

import org.jspecify.annotations.NullMarked;
