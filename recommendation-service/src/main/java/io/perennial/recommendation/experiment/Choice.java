package io.perennial.recommendation.experiment;

import io.perennial.recommendation.placement.Placement;
import io.perennial.recommendation.signature.Exposure;
import org.jspecify.annotations.Nullable;

/**
 * The way an answer is to be made.
 *
 * @param propensity probability with which exactly this way was chosen
 * @param exposure null outside of experiments
 */
public record Choice(
        Placement placement, double propensity, @Nullable Exposure exposure) {}
