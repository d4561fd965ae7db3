/** Coupons: their terms, their codes, their single redemption. */
@NullMarked
package io.perennial.campaign.coupon;

import org.jspecify.annotations.NullMarked;
