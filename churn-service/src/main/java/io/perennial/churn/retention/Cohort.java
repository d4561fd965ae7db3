package io.perennial.churn.retention;

import io.perennial.churn.history.HistoryView;
import io.perennial.churn.history.PlacedOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Shoppers that belong together, and how they stay.
 *
 * @param active share with an order in each 30 days since their first, over those who could have had: the retention curve
 * @param survival share that has not left, at each multiple of 30 days
 */
record Cohort(String name, int shoppers, int left, List<Share> active, List<Share> survival, List<Hazard> hazard) {

    private static final int STEP = 30;
    private static final int MOST_STEPS = 24;

    /**
     * A share at a tenure.
     *
     * @param low of its 95 % interval
     * @param high of its 95 % interval
     * @param of how many it is the share
     */
    record Share(int days, double share, double low, double high, int of) {}

    /** A shopper's lifetime beside the past it was made of. */
    record Member(Lifetime lifetime, HistoryView past) {}

    static Cohort of(String name, List<Member> members) {
        List<Lifetime> lifetimes = members.stream().map(Member::lifetime).toList();
        return new Cohort(
                name,
                members.size(),
                (int) lifetimes.stream().filter(Lifetime::ended).count(),
                active(members),
                survival(lifetimes),
                Hazard.byTenure(lifetimes, STEP));
    }

    private static List<Share> active(List<Member> members) {
        List<Share> shares = new ArrayList<>();
        for (int step = 1; step <= MOST_STEPS; step++) {
            Duration from = Duration.ofDays((long) STEP * (step - 1));
            Duration to = Duration.ofDays((long) STEP * step);
            int could = 0;
            int did = 0;
            for (Member member : members) {
                var first = member.lifetime().from();
                if (!first.plus(to).isAfter(member.past().asOf())) {
                    could++;
                    did += member.past().orders().stream()
                                    .map(PlacedOrder::placedAt)
                                    .anyMatch(at -> !at.isBefore(first.plus(from)) && at.isBefore(first.plus(to)))
                            ? 1
                            : 0;
                }
            }
            if (could == 0) {
                break;
            }
            shares.add(wilson(STEP * step, did, could));
        }
        return List.copyOf(shares);
    }

    private static List<Share> survival(List<Lifetime> lifetimes) {
        List<KaplanMeier.Step> steps = KaplanMeier.of(lifetimes);
        List<Share> shares = new ArrayList<>();
        for (int step = 1; step <= MOST_STEPS; step++) {
            int days = STEP * step;
            int atRisk = (int) lifetimes.stream()
                    .filter(lifetime -> lifetime.days() >= days)
                    .count();
            if (atRisk == 0) {
                break;
            }
            Share share = wilson(days, atRisk, atRisk); // nobody has left yet, which is no proof
            for (KaplanMeier.Step reached : steps) {
                if (reached.days() <= days) {
                    share = new Share(days, reached.survival(), reached.low(), reached.high(), atRisk);
                }
            }
            shares.add(share);
        }
        return List.copyOf(shares);
    }

    /** The score interval of a share (Wilson 1927). */
    private static Share wilson(int days, int count, int of) {
        double z = 1.959964;
        double share = (double) count / of;
        double middle = (share + z * z / (2 * of)) / (1 + z * z / of);
        double half = z / (1 + z * z / of) * Math.sqrt(share * (1 - share) / of + z * z / (4.0 * of * of));
        return new Share(days, share, Math.max(0, middle - half), Math.min(1, middle + half), of);
    }
}
