package io.perennial.recommendation.attribution;

import io.micrometer.core.instrument.MeterRegistry;
import io.perennial.recommendation.signature.Verification.Refusal;
import org.springframework.stereotype.Component;

/**
 * {@code recommendation.attribution.ids} (counter; {@code verdict}): ids of recommendations that events brought back. Alert
 * on {@code forged} or {@code unknown-key} at a rate above a few an hour, and where {@code valid} stays at zero while
 * recommendations are asked for: then the shop does not send them back. {@code not-ours} are the shop's own lists.
 */
@Component
class AttributionMetrics {

    private static final String NAME = "recommendation.attribution.ids";
    private static final String TAG = "verdict";

    private final MeterRegistry meters;

    AttributionMetrics(MeterRegistry meters) {
        this.meters = meters;
        meters.counter(NAME, TAG, "valid");
        for (Refusal refusal : Refusal.values()) {
            meters.counter(NAME, TAG, refusal.wire());
        }
    }

    void count(AttributionBatch batch) {
        if (batch.valid() > 0) {
            meters.counter(NAME, TAG, "valid").increment(batch.valid());
        }
        batch.refused()
                .forEach((refusal, times) ->
                        meters.counter(NAME, TAG, refusal.wire()).increment(times));
    }
}
