package io.perennial.campaign.delivery;

import io.perennial.campaign.contact.Shopper;

/** Carries messages of one kind; blocks for at most its timeouts, and never throws for what the other side does. */
interface Channel<M extends Message> {

    Attempt send(M message, Shopper shopper);
}
