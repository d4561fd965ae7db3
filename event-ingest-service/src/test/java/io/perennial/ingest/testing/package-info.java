/** What the service's integration tests share: a client that speaks raw HTTP, and parts that go away. */
@NullMarked
package io.perennial.ingest.testing;

import org.jspecify.annotations.NullMarked;
