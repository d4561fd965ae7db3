package io.perennial.campaign.coupon;

import java.util.random.RandomGenerator;

/** Codes that a person can read aloud and nobody can guess: ten characters of 31, without look-alikes. */
final class CouponCodes {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 10;

    private CouponCodes() {}

    static String next(String prefix, RandomGenerator random) {
        StringBuilder code = new StringBuilder(prefix).append('-');
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
