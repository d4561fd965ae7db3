package io.perennial.deploy.replay.shop;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.SplittableRandom;

/** What a day of the year does to a shop: Christmas, the slack of January and August, sales. */
final class Season {

    private static final double[] MONTHS = {0.8, 0.85, 0.95, 0.95, 1.0, 0.95, 0.9, 0.85, 1.0, 1.05, 1.3, 1.45};
    private static final int SALE_DAYS = 7;

    private final long seed;

    Season(long seed) {
        this.seed = seed;
    }

    /** How much people buy on that day, 1 on average. */
    double mood(LocalDate day) {
        double weekday = switch (day.getDayOfWeek()) {
            case SUNDAY -> 1.2;
            case MONDAY -> 1.1;
            case FRIDAY, SATURDAY -> 0.9;
            default -> 1.0;
        };
        // Too late for a parcel before Christmas.
        MonthDay date = MonthDay.from(day);
        boolean holidays = !date.isBefore(MonthDay.of(12, 22)) && !date.isAfter(MonthDay.of(12, 27));
        return MONTHS[day.getMonthValue() - 1] * weekday * (holidays ? 0.4 : 1);
    }

    /** The share taken off a department's prices on that day: a tenth to a third in a sale's week, mostly nothing. */
    double discount(Category category, LocalDate day) {
        if (day.getMonthValue() == 11 && day.getDayOfMonth() >= 23 && day.getDayOfMonth() <= 30) {
            return 0.2;
        }
        long week = Math.floorDiv(day.toEpochDay(), SALE_DAYS);
        SplittableRandom chance =
                new SplittableRandom(seed ^ week * 31 + category.name().hashCode() * 1_000_003L);
        // One week in eight, so that on most days some department has a sale.
        return chance.nextInt(8) == 0 ? 0.1 + 0.05 * chance.nextInt(5) : 0;
    }
}
