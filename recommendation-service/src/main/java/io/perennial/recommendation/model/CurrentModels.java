package io.perennial.recommendation.model;

import io.perennial.recommendation.blend.BlendModel;
import io.perennial.recommendation.neighbours.ItemToItemModel;
import io.perennial.recommendation.popularity.PopularityModel;
import io.perennial.recommendation.ranker.RankerModel;
import io.perennial.recommendation.repurchase.RepurchaseModel;

/** The models that answer, of one moment; empty ones before the first training. */
public record CurrentModels(
        ItemToItemModel itemToItem,
        PopularityModel popularity,
        ItemToItemModel basket,
        RepurchaseModel repurchase,
        BlendModel blend,
        RankerModel ranker) {

    static final CurrentModels NONE = new CurrentModels(
            ItemToItemModel.EMPTY,
            PopularityModel.EMPTY,
            ItemToItemModel.EMPTY,
            RepurchaseModel.EMPTY,
            BlendModel.EMPTY,
            RankerModel.EMPTY);

    CurrentModels with(ItemToItemModel newer) {
        return new CurrentModels(newer, popularity, basket, repurchase, blend, ranker);
    }

    CurrentModels with(PopularityModel newer) {
        return new CurrentModels(itemToItem, newer, basket, repurchase, blend, ranker);
    }

    CurrentModels withBasket(ItemToItemModel newer) {
        return new CurrentModels(itemToItem, popularity, newer, repurchase, blend, ranker);
    }

    CurrentModels with(RepurchaseModel newer) {
        return new CurrentModels(itemToItem, popularity, basket, newer, blend, ranker);
    }

    CurrentModels with(BlendModel newer) {
        return new CurrentModels(itemToItem, popularity, basket, repurchase, newer, ranker);
    }

    CurrentModels with(RankerModel newer) {
        return new CurrentModels(itemToItem, popularity, basket, repurchase, blend, newer);
    }
}
