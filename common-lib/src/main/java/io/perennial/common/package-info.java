/** What at least three services share and is not business: event contract, stream runtime, web and ops conventions. */
@NullMarked
package io.perennial.common;

import org.jspecify.annotations.NullMarked;
