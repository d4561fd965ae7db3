package io.perennial.recommendation.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.perennial.recommendation.learning.Evaluation;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a model comes from.
 *
 * @param code version of this service that trained it
 * @param dataFrom oldest interaction used
 * @param dataTo newest interaction used; recency counts from there
 * @param skippedShoppers left out for want of memory
 * @param seed null: nothing is drawn by chance
 * @param trainingSeconds of reading, training and measuring
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Provenance(
        String code,
        @Nullable Instant dataFrom,
        @Nullable Instant dataTo,
        long shoppers,
        long products,
        long interactions,
        long skippedShoppers,
        Map<String, Object> parameters,
        @Nullable Long seed,
        Evaluation.@Nullable Report evaluation,
        double trainingSeconds) {}
