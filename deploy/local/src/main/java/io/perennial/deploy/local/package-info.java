/** Starts, watches and stops the whole suite on one machine; other parts of deploy use it through {@link io.perennial.deploy.local.Suite}. */
@NullMarked
package io.perennial.deploy.local;

import org.jspecify.annotations.NullMarked;
