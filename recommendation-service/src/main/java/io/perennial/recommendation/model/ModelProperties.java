package io.perennial.recommendation.model;

import io.perennial.recommendation.history.SignalWeights;
import io.perennial.recommendation.learning.BlendSettings;
import io.perennial.recommendation.learning.ModelsSettings;
import io.perennial.recommendation.neighbours.ItemToItemParameters;
import io.perennial.recommendation.repurchase.RepurchaseParameters;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How models are trained and refreshed; the service's yml describes each setting.
 *
 * @param trainingInterval how long after a training the next may begin by itself
 * @param trainingChanges identifiers with new interactions before a training is worth it
 * @param heap of the JVM that trains
 * @param timeout after which it is killed
 * @param pollInterval how often a replica looks for a newly published model
 * @param longestHistory products of one shopper that count in training, the heaviest
 * @param mostCells shopper-product pairs in training; eight bytes each, twice
 * @param basketSupportFloor orders two products must have in common to be bought together
 * @param repurchaseGaps times between purchases that must be known of a product or its category
 * @param repurchaseShare of a product's buyers that bought it again, at least, for it to be used up
 * @param repurchaseShortest purchases nearer to each other are one
 * @param evaluationWindow the last part of the data, held out to measure on
 */
@Validated
@ConfigurationProperties("perennial.recommendation.model")
record ModelProperties(
        @DefaultValue("15m") Duration trainingInterval,
        @Min(0) @DefaultValue("100") long trainingChanges,
        @Pattern(regexp = "\\d+[mg]") @DefaultValue("1g") String heap,
        @DefaultValue("30m") Duration timeout,
        @DefaultValue("2s") Duration pollInterval,
        @Min(2) @DefaultValue("200") int longestHistory,
        @Min(1000) @DefaultValue("20000000") int mostCells,
        @DefaultValue("14d") Duration evaluationWindow,
        @Min(1) @DefaultValue("100") int neighbours,
        @Min(1) @DefaultValue("2") int supportFloor,
        @PositiveOrZero @DefaultValue("10") double shrinkage,
        @Min(1) @DefaultValue("3") int basketSupportFloor,
        @Min(1) @DefaultValue("10") int repurchaseGaps,

        @PositiveOrZero @DecimalMax("1") @DefaultValue("0.2")
        double repurchaseShare,

        @DefaultValue("12h") Duration repurchaseShortest,
        @Valid @DefaultValue Weights training,
        @Valid @DefaultValue Weights popularity,
        @Valid @DefaultValue BlendProperties blend,
        @Valid @DefaultValue RankerProperties ranker) {

    /** What signals are worth, and the half-life of that. */
    record Weights(
            @PositiveOrZero @DefaultValue("1") double view,
            @PositiveOrZero @DefaultValue("2") double wish,
            @PositiveOrZero @DefaultValue("3") double cart,
            @Positive @DefaultValue("5") double order,
            @DefaultValue("60d") Duration halfLife) {

        SignalWeights signalWeights() {
            return new SignalWeights(view, wish, cart, order, halfLife);
        }
    }

    /** What the blend is learnt with. */
    BlendSettings blendSettings() {
        return blend.settings(evaluationWindow, itemToItem());
    }

    private ItemToItemParameters itemToItem() {
        return new ItemToItemParameters(neighbours, supportFloor, shrinkage);
    }

    /** What models are learnt with, from data between two times. */
    ModelsSettings settings(Instant oldest, Instant newest) {
        return new ModelsSettings(
                oldest,
                newest,
                evaluationWindow,
                longestHistory,
                mostCells,
                training.signalWeights(),
                popularity.signalWeights(),
                itemToItem(),
                new ItemToItemParameters(neighbours, basketSupportFloor, shrinkage),
                new RepurchaseParameters(repurchaseGaps, repurchaseShare, repurchaseShortest));
    }

    /** As provenance tells them. */
    Map<String, Object> parameters() {
        return Map.of(
                "neighbours", neighbours,
                "supportFloor", supportFloor,
                "shrinkage", shrinkage,
                "longestHistory", longestHistory,
                "basketSupportFloor", basketSupportFloor,
                "repurchaseGaps", repurchaseGaps,
                "repurchaseShare", repurchaseShare,
                "training", training,
                "popularity", popularity);
    }
}
