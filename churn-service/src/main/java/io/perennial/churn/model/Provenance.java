package io.perennial.churn.model;

import io.perennial.churn.evaluation.PlattScaling;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a model comes from: with the same data it can be made again to the bit.
 *
 * @param asOf up to when the world was looked at
 * @param trainingAsOf snapshots learnt from, latest first; their labels end at {@code evaluationAsOf} at the latest
 * @param rows shoppers times snapshots
 * @param features hash of the features' definitions
 * @param recalibration of the log-odds, already in the coefficients
 * @param treatedRows left out, for one of our campaigns contacted the shopper before the label was known; null where an older
 *     version did not look
 * @param target what it foretells, see {@link io.perennial.churn.label.Target}; null where an older version knew churn only
 * @param balanced both classes weighed the same in the fit; null where an older version knew no such setting
 */
public record Provenance(
        Instant asOf,
        int horizonDays,
        List<Instant> trainingAsOf,
        Instant evaluationAsOf,
        int rows,
        int shoppers,
        long seed,
        long steps,
        double prior,
        String features,
        PlattScaling recalibration,
        String trainer,
        String codeVersion,
        @Nullable Integer treatedRows,
        @Nullable Boolean balanced,
        @Nullable String target) {}
