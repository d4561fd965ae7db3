package io.perennial.campaign.decision;

import io.perennial.campaign.contact.Shopper;
import io.perennial.campaign.coupon.Coupon;
import io.perennial.campaign.coupon.CouponDesk;
import io.perennial.campaign.coupon.CouponTerms;
import io.perennial.campaign.definition.Action;
import io.perennial.campaign.definition.Treatment;
import io.perennial.campaign.delivery.Deliveries;
import io.perennial.campaign.delivery.Message;
import io.perennial.campaign.outcome.OutcomeEvent;
import io.perennial.campaign.outcome.Outcomes;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does a treatment's actions in order: issues coupons at once, queues messages. */
@Component
class Treatments {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final CouponDesk coupons;
    private final Deliveries deliveries;
    private final Outcomes outcomes;

    Treatments(CouponDesk coupons, Deliveries deliveries, Outcomes outcomes) {
        this.coupons = coupons;
        this.deliveries = deliveries;
        this.outcomes = outcomes;
    }

    void apply(
            UUID decisionId,
            String campaign,
            Treatment treatment,
            Shopper shopper,
            Map<String, String> triggerFacts,
            Instant now) {
        Map<String, String> facts = new HashMap<>(triggerFacts);
        for (int step = 0; step < treatment.actions().size(); step++) {
            switch (treatment.actions().get(step)) {
                case Action.Coupon(CouponTerms terms) -> {
                    Coupon coupon = coupons.issue(decisionId, step, shopper, campaign, terms, now);
                    facts.put("coupon", coupon.code());
                    facts.put("coupon_value", terms.value().text());
                    facts.put("coupon_expires", DAY.format(coupon.expiresAt()));
                    outcomes.offer(List.of(issued(coupon, shopper, now)));
                }
                case Action.Email(String template, @Nullable String subject) ->
                    deliveries.enqueue(
                            new Message.Email(
                                    decisionId,
                                    step,
                                    campaign,
                                    treatment.variant(),
                                    template,
                                    subject,
                                    Map.copyOf(facts)),
                            shopper);
                case Action.Webhook(URI url) ->
                    deliveries.enqueue(
                            new Message.Webhook(
                                    decisionId, step, campaign, treatment.variant(), url.toString(), Map.copyOf(facts)),
                            shopper);
            }
        }
    }

    private static OutcomeEvent issued(Coupon coupon, Shopper shopper, Instant now) {
        return new OutcomeEvent(
                coupon.decisionId() + ":" + coupon.step() + ":coupon-issued",
                "Coupon Issued",
                shopper.userId(),
                shopper.anonymousId(),
                now,
                Map.of(
                        "coupon_id", coupon.code(),
                        "campaign_name", coupon.campaign(),
                        "decision_id", coupon.decisionId().toString(),
                        "expires_at", coupon.expiresAt().toString()),
                Map.of());
    }
}
