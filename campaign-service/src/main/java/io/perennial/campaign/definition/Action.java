package io.perennial.campaign.definition;

import io.perennial.campaign.coupon.CouponTerms;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What a campaign does to a treated shopper; actions run in the order they are written. */
public sealed interface Action {

    /** Sends a template by e-mail; a subject of its own replaces the template's. */
    record Email(String template, @Nullable String subject) implements Action {}

    /** Posts the decision to the shop's own system, signed. */
    record Webhook(URI url) implements Action {}

    /** Issues a code, which the messages after it may name. */
    record Coupon(CouponTerms terms) implements Action {}
}
