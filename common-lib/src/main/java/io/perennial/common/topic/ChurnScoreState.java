package io.perennial.common.topic;

import io.perennial.common.event.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How likely a shopper is to leave ({@link Topics#CHURN_SCORE}, key {@code profileId}).
 *
 * @param probability of no order within the horizon, 0 to 1
 * @param band {@code low}, {@code medium} or {@code high}
 * @param model id of the model that scored
 * @param scoredAt as of when
 * @param cause why it was scored: {@code event}, {@code clock} or {@code model}
 * @param reasons largest contribution first
 * @param expectedValue what contacting the shopper brings, less its cost; null where no value of the shopper is known
 */
public record ChurnScoreState(
        UUID profileId,
        long revision,
        double probability,
        String band,
        int horizonDays,
        String model,
        Instant scoredAt,
        String cause,
        List<Reason> reasons,
        @Nullable Money expectedValue)
        implements Revised {

    /**
     * One feature's share of the score.
     *
     * @param value in the feature's own unit; null where missing
     * @param contribution to the log-odds
     */
    public record Reason(String feature, @Nullable Double value, double contribution, String text) {}

    @SuppressWarnings("NullAway") // Jackson passes null for what is absent
    public ChurnScoreState {
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }
}
