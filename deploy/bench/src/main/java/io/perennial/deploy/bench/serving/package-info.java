/** One service alone under load: its answers over HTTP and its freshness, on shoppers written to its topics. */
@NullMarked
package io.perennial.deploy.bench.serving;

import org.jspecify.annotations.NullMarked;
