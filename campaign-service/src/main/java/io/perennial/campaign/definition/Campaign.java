package io.perennial.campaign.definition;

import io.perennial.campaign.experiment.Experiment;
import io.perennial.campaign.experiment.Variant;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign that was read without error.
 *
 * @param version grows with every change
 * @param newcomersWithin where set, only shoppers first seen at most this long before the trigger
 * @param freshness how old a trigger may be, event time against now, before it is old news
 * @param attribution how long after the decision an order counts as its effect
 * @param holdOut share held out, 0 to 1
 * @param treatments at least one
 */
public record Campaign(
        String name,
        long version,
        boolean active,
        Trigger trigger,
        @Nullable Duration newcomersWithin,
        Reentry reentry,
        Duration freshness,
        Duration attribution,
        String salt,
        double holdOut,
        List<Treatment> treatments) {

    public Campaign {
        treatments = List.copyOf(treatments);
    }

    public Experiment experiment() {
        return new Experiment(
                salt,
                holdOut,
                treatments.stream()
                        .map(t -> new Variant(t.variant(), t.weight()))
                        .toList());
    }

    /** The treatment of a variant; the first where a later version dropped the variant. */
    public Treatment treatment(String variant) {
        return treatments.stream()
                .filter(t -> t.variant().equals(variant))
                .findFirst()
                .orElse(treatments.getFirst());
    }

    public boolean sendsEmail() {
        return treatments.stream().anyMatch(Treatment::sendsEmail);
    }

    Campaign withVersion(long newVersion) {
        return new Campaign(
                name,
                newVersion,
                active,
                trigger,
                newcomersWithin,
                reentry,
                freshness,
                attribution,
                salt,
                holdOut,
                treatments);
    }
}
