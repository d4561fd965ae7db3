/** The event contract: envelope, commerce events and their codec. Pure Java but for {@link io.perennial.common.event.EventCodec}. */
@NullMarked
package io.perennial.common.event;

import org.jspecify.annotations.NullMarked;
