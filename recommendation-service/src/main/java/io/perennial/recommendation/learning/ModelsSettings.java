package io.perennial.recommendation.learning;

import io.perennial.recommendation.history.SignalWeights;
import io.perennial.recommendation.neighbours.ItemToItemParameters;
import io.perennial.recommendation.repurchase.RepurchaseParameters;
import java.time.Duration;
import java.time.Instant;

/**
 * What models are learnt with.
 *
 * @param oldest interaction of the data
 * @param newest interaction of the data; recency counts from there
 * @param window the last part of the data, held out to measure on
 * @param longestHistory products of one shopper that count, the heaviest
 * @param mostCells shopper-product pairs at most
 * @param training what signals are worth
 * @param popularity the same for popularity
 * @param basket of what is bought together
 */
public record ModelsSettings(
        Instant oldest,
        Instant newest,
        Duration window,
        int longestHistory,
        int mostCells,
        SignalWeights training,
        SignalWeights popularity,
        ItemToItemParameters itemToItem,
        ItemToItemParameters basket,
        RepurchaseParameters repurchase) {}
