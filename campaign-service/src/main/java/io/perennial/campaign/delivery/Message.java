package io.perennial.campaign.delivery;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be sent for a step of a decision; the address is looked up when it goes out. */
public sealed interface Message {

    UUID decisionId();

    int step();

    String campaign();

    String variant();

    /** What placeholders mean: what triggered the campaign, and the coupon. */
    Map<String, String> facts();

    /** An e-mail from a template. */
    record Email(
            UUID decisionId,
            int step,
            String campaign,
            String variant,
            String template,
            @Nullable String subject,
            Map<String, String> facts)
            implements Message {}

    /** A signed POST to the shop's own system. */
    record Webhook(UUID decisionId, int step, String campaign, String variant, String url, Map<String, String> facts)
            implements Message {}

    /** Same for every attempt: what receivers recognise a repetition by. */
    default String idempotencyKey() {
        return decisionId() + "-" + step();
    }
}
