/** What comes next in a session: V-STAN, ours and item-kNN on the same clicks, and how fast. */
@NullMarked
package io.perennial.deploy.bench.session;

import org.jspecify.annotations.NullMarked;
