package io.perennial.recommendation.learning;

import org.jspecify.annotations.Nullable;

/**
 * What came of learning models.
 *
 * @param shoppers that item-to-item was learnt from
 * @param products that have neighbours or might
 * @param popular products somebody was drawn to
 * @param skipped shoppers left out for want of memory
 * @param evaluation null where the data are no longer than what would be held out
 */
public record ModelsReport(
        long shoppers,
        long products,
        long popular,
        long interactions,
        long skipped,
        Evaluation.@Nullable Report evaluation) {}
