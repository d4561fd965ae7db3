package io.perennial.campaign.coupon;

import io.perennial.campaign.contact.Shopper;
import io.perennial.common.event.Money;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Issues coupons. */
@Component
public class CouponDesk {

    private final CouponStore store;
    private final SecureRandom random = new SecureRandom();

    CouponDesk(CouponStore store) {
        this.store = store;
    }

    /** Issues a coupon for a step of a decision, in the current transaction. */
    public Coupon issue(UUID decisionId, int step, Shopper shopper, String campaign, CouponTerms terms, Instant now) {
        BigDecimal percent = terms.value() instanceof CouponValue.Percent(BigDecimal p) ? p : null;
        Money amount = terms.value() instanceof CouponValue.Amount(Money m) ? m : null;
        Coupon coupon;
        do {
            coupon = new Coupon(
                    CouponCodes.next(terms.prefix(), random),
                    decisionId,
                    step,
                    shopper.profileId().value(),
                    shopper.userId(),
                    campaign,
                    percent,
                    amount,
                    now,
                    now.plus(terms.validity()),
                    null,
                    null);
        } while (!store.insert(coupon));
        return coupon;
    }
}
