package io.perennial.recommendation.recommend;

import io.perennial.recommendation.catalog.Assortment;
import io.perennial.recommendation.history.History;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asks, and the shop as they find it.
 *
 * @param shopper who they are as a whole, the same text whichever identifier they come under; null where nobody is known
 * @param history empty for a newcomer, and for who has not consented to personalisation
 */
record Visit(@Nullable String shopper, History history, Assortment assortment) {}
