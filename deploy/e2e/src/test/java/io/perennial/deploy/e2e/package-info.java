/** The whole suite under test: real processes, real data, and nothing but HTTP between them and us. */
@NullMarked
package io.perennial.deploy.e2e;

import org.jspecify.annotations.NullMarked;
