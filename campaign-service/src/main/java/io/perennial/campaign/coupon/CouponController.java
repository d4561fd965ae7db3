package io.perennial.campaign.coupon;

import io.perennial.campaign.contact.Shoppers;
import io.perennial.campaign.outcome.OutcomeEvent;
import io.perennial.campaign.outcome.Outcomes;
import io.perennial.common.web.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.annotation.Secured;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a shop's checkout asks: which coupons a shopper has, and to redeem one. */
@RestController
class CouponController {

    private final CouponStore store;
    private final Shoppers shoppers;
    private final Outcomes outcomes;
    private final Clock clock;

    CouponController(CouponStore store, Shoppers shoppers, Outcomes outcomes, Clock clock) {
        this.store = store;
        this.shoppers = shoppers;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** The order the coupon is used for. */
    record Redemption(@Nullable String orderId) {}

    /** Open coupons, the one that ends first at the top. */
    record Offers(List<Coupon> items) {}

    @GetMapping("/v1/offers")
    @Secured("campaigns:read")
    Offers offers(@RequestParam String userId) {
        return new Offers(store.open(shoppers.named(userId).profileIds(), clock.instant()));
    }

    /** Redeems once; the same key again gets the same answer. */
    @PostMapping("/v1/coupons/{code}/redemptions")
    @ResponseStatus(HttpStatus.CREATED)
    @Secured("campaigns:write")
    @Transactional
    public Coupon redeem(
            @PathVariable String code,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestBody(required = false) @Nullable Redemption redemption) {
        if (idempotencyKey == null || idempotencyKey.isBlank() || idempotencyKey.length() > 100) {
            throw Problem.badRequest(
                            "idempotency-key-required",
                            "Send a header Idempotency-Key of at most 100 characters, one for each use, e.g. the order's id")
                    .with("field", "Idempotency-Key");
        }
        String wanted = code.strip().toUpperCase(Locale.ROOT);
        Instant now = clock.instant();
        String orderId = redemption == null ? null : redemption.orderId();
        boolean redeemed = store.redeem(wanted, idempotencyKey, orderId, now);
        Coupon coupon = store.find(wanted)
                .orElseThrow(() -> Problem.notFound("unknown-coupon", "There is no coupon '" + wanted + "'"));
        if (redeemed) {
            offer(coupon);
        } else if (!store.redeemedWith(wanted, idempotencyKey)) {
            throw refusal(coupon);
        }
        return coupon;
    }

    private static Problem refusal(Coupon coupon) {
        return coupon.redeemedAt() != null
                ? Problem.conflict("coupon-used", "This coupon was used before").with("redeemedAt", coupon.redeemedAt())
                : Problem.of(HttpStatus.GONE, "coupon-expired", "This coupon ended before it was used")
                        .with("expiresAt", coupon.expiresAt());
    }

    private void offer(Coupon coupon) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("coupon_id", coupon.code());
        properties.put("campaign_name", coupon.campaign());
        properties.put("decision_id", coupon.decisionId().toString());
        if (coupon.orderId() != null) {
            properties.put("order_id", coupon.orderId());
        }
        outcomes.offer(List.of(new OutcomeEvent(
                coupon.decisionId() + ":" + coupon.step() + ":coupon-redeemed",
                "Coupon Redeemed",
                coupon.userId(),
                null,
                clock.instant(),
                properties,
                Map.of())));
    }
}
