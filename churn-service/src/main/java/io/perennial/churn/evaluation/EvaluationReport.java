package io.perennial.churn.evaluation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a model did on a window later than everything it learnt from.
 *
 * @param auc of the model, with its interval
 * @param churned how many of them it came to be of; named after the target that was first
 * @param recencyAuc of "days since the last order" alone on the same shoppers
 * @param gainOverRecency AUC of the model less that of recency, with the interval of paired resamples
 * @param logLoss of the published probabilities; where they were recalibrated on this window, cross-fitted
 * @param baseLogLoss of always saying this window's own base rate
 * @param rawLogLoss before recalibration
 * @param expectedCalibrationError over {@code reliability}
 * @param rawCalibrationError before recalibration
 * @param measures more of the published probabilities, with intervals; null in reports of before there were any
 * @param curves of the published probabilities; null as the measures
 * @param challengers other kinds of models on the same split; null as the measures
 * @param drivers what the outcome goes with, the strongest first; null in reports of before there were any
 */
public record EvaluationReport(
        Instant asOf,
        int horizonDays,
        int shoppers,
        int churned,
        double baseRate,
        Interval auc,
        double recencyAuc,
        Interval gainOverRecency,
        double logLoss,
        double baseLogLoss,
        double rawLogLoss,
        double brier,
        double expectedCalibrationError,
        double rawCalibrationError,
        List<Calibration.Bin> reliability,
        @Nullable Measures measures,
        @Nullable Curves curves,
        @Nullable List<Challenger> challengers,
        @Nullable List<Driver> drivers) {}
