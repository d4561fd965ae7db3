/**
 * What to do about a shopper: campaigns, their triggers and waits, the rules of contact, experiments, coupons, delivery,
 * and the report of what it did.
 *
 * <p>Features import each other downwards only: report, trigger → wait → decision → delivery, coupon, contact →
 * definition → experiment, template, outcome.
 */
@NullMarked
package io.perennial.campaign;

import org.jspecify.annotations.NullMarked;
