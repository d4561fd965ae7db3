package io.perennial.recommendation.attribution;

import io.perennial.recommendation.signature.Exposure;
import io.perennial.recommendation.signature.RecommendationId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;

/**
 * What recommendations are summed by: the day they were made (UTC) and how.
 *
 * @param experiment empty outside of experiments, as is {@code arm}
 */
public record TallyKey(LocalDate day, String placement, String strategy, String experiment, String arm)
        implements Comparable<TallyKey> {

    private static final Comparator<TallyKey> ORDER = Comparator.comparing(TallyKey::day)
            .thenComparing(TallyKey::placement)
            .thenComparing(TallyKey::strategy)
            .thenComparing(TallyKey::experiment)
            .thenComparing(TallyKey::arm);

    static TallyKey of(RecommendationId id) {
        Exposure exposure = id.exposure();
        return new TallyKey(
                LocalDate.ofInstant(id.issuedAt(), ZoneOffset.UTC),
                id.placement(),
                id.strategy(),
                exposure == null ? "" : exposure.experiment(),
                exposure == null ? "" : exposure.arm());
    }

    @Override
    public int compareTo(TallyKey other) {
        return ORDER.compare(this, other);
    }
}
