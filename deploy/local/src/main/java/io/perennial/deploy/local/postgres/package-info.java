/** A real PostgreSQL from its Maven artifact: unpacked, initialised, run, with a role and a schema a service. */
@NullMarked
package io.perennial.deploy.local.postgres;

import org.jspecify.annotations.NullMarked;
