package io.perennial.campaign.delivery;

import java.util.Locale;

/** Where a message is: waiting or tried again, gone out, given up, or not sent because the shopper no longer wants it. */
public enum DeliveryState {
    PENDING,
    SENT,
    FAILED,
    CANCELLED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
