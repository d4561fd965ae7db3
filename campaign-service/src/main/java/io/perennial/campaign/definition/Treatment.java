package io.perennial.campaign.definition;

import java.util.List;

/**
 * A variant and what it does.
 *
 * @param weight its share among the treated, relative to the others
 */
public record Treatment(String variant, double weight, List<Action> actions) {

    public Treatment {
        actions = List.copyOf(actions);
    }

    public boolean sendsEmail() {
        return actions.stream().anyMatch(Action.Email.class::isInstance);
    }

    /** The channel that reaches the shopper, by which contacts are counted: email before webhook before coupon. */
    public String channel() {
        if (sendsEmail()) {
            return "email";
        }
        return actions.stream().anyMatch(Action.Webhook.class::isInstance) ? "webhook" : "coupon";
    }
}
