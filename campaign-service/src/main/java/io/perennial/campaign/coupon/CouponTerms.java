package io.perennial.campaign.coupon;

import java.time.Duration;

/**
 * What a coupon is worth, and for how long.
 *
 * @param value percent off or an amount of money
 * @param validity from its issue
 * @param prefix what its codes start with, such as {@code BACK}
 */
public record CouponTerms(CouponValue value, Duration validity, String prefix) {}
