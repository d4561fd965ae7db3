package io.perennial.churn.history;

import java.util.Arrays;

/**
 * The first moment of each {@link Activity} within one hour. Only the first is kept: it is independent of order, and
 * whether it lies before an as-of time cannot be changed by what comes later.
 */
final class ActivityHour {

    static final long MILLIS = 3_600_000;
    private static final int NEVER = Integer.MAX_VALUE;

    private final long epochHour;
    private final int[] firstMillis = new int[Activity.values().length];

    /** The hour a moment lies in, both since the epoch. */
    static long of(long millis) {
        return Math.floorDiv(millis, MILLIS);
    }

    ActivityHour(long epochHour) {
        this.epochHour = epochHour;
        Arrays.fill(firstMillis, NEVER);
    }

    long epochHour() {
        return epochHour;
    }

    void add(Activity activity, int millisOfHour) {
        firstMillis[activity.code()] = Math.min(firstMillis[activity.code()], millisOfHour);
    }

    void addAll(ActivityHour other) {
        for (Activity activity : Activity.values()) {
            add(activity, other.firstMillis[activity.code()]);
        }
    }

    boolean has(Activity activity) {
        return firstMillis[activity.code()] != NEVER;
    }

    int millisOfHour(Activity activity) {
        return firstMillis[activity.code()];
    }

    /** In milliseconds since the epoch; only where {@link #has}. */
    long first(Activity activity) {
        return epochHour * MILLIS + firstMillis[activity.code()];
    }
}
