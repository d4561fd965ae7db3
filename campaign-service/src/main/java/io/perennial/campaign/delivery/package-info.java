/** The durable queue of messages, and the channels that carry them: e-mail and webhook. */
@NullMarked
package io.perennial.campaign.delivery;

import org.jspecify.annotations.NullMarked;
