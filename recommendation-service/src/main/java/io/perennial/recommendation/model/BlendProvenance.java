package io.perennial.recommendation.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.perennial.recommendation.learning.BlendReport;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a blend comes from.
 *
 * @param code version of this service that trained it
 * @param recipe its models, their parameters and shares
 * @param kernel what multiplied matrices
 * @param trainingSeconds of exporting, choosing, measuring and training
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BlendProvenance(
        String code,
        Instant dataFrom,
        Instant dataTo,
        int shoppers,
        int products,
        int interactions,
        String recipe,
        String kernel,
        Evaluation evaluation,
        double trainingSeconds) {

    /**
     * Trained without the last window, on what shoppers took new in it: this recipe, the one before it, and what answers without
     * a blend.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Evaluation(
            Duration window,
            int cases,
            BlendReport.Worth blend,
            BlendReport.@Nullable Worth standing,
            BlendReport.@Nullable Worth itemToItem,
            BlendReport.Worth popularity) {}

    static BlendProvenance of(String code, BlendReport report, Duration window, double seconds) {
        return new BlendProvenance(
                code,
                report.dataFrom(),
                report.dataTo(),
                report.shoppers(),
                report.products(),
                report.interactions(),
                report.recipe(),
                report.kernel(),
                new Evaluation(
                        window,
                        report.cases(),
                        report.blend(),
                        report.standing(),
                        report.itemToItem(),
                        report.popularity()),
                seconds);
    }
}
