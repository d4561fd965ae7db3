/** What a GET costs where nothing is asked of it but an answer. */
@NullMarked
package io.perennial.deploy.bench.plain;

import org.jspecify.annotations.NullMarked;
