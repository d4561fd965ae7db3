package io.perennial.deploy.replay.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;

/** When in a day people shop: little at night, at lunch, and most in the evening. */
final class Clocktime {

    static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final int[] HOURS = {
        2, 1, 1, 1, 1, 2, 4, 7, 10, 12, 14, 14, 16, 15, 12, 11, 12, 14, 16, 20, 24, 22, 14, 6
    };

    private Clocktime() {}

    static Instant draw(LocalDate day, SplittableRandom chance) {
        int sum = 0;
        for (int weight : HOURS) {
            sum += weight;
        }
        int drawn = chance.nextInt(sum);
        int hour = 0;
        while (drawn >= HOURS[hour]) {
            drawn -= HOURS[hour];
            hour++;
        }
        return startOf(day).plusSeconds(hour * 3600L).plusMillis(chance.nextInt(3_600_000));
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
