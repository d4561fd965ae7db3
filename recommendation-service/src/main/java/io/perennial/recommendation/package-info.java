/**
 * What to show: owns the catalog, the shoppers' interactions with it, the models trained on them and the placements that
 * use them. Learns from topics, answers over REST.
 */
@NullMarked
package io.perennial.recommendation;

import org.jspecify.annotations.NullMarked;
