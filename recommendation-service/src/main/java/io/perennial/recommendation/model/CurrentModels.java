package io.perennial.recommendation.model;

import io.perennial.recommendation.neighbours.ItemToItemModel;
import io.perennial.recommendation.popularity.PopularityModel;

/** The models that answer, of one moment; empty ones before the first training. */
public record CurrentModels(ItemToItemModel itemToItem, PopularityModel popularity) {

    static final CurrentModels NONE = new CurrentModels(ItemToItemModel.EMPTY, PopularityModel.EMPTY);
}
