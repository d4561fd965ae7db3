package io.perennial.recommendation.recommend;

import io.perennial.recommendation.blend.BlendModel;
import io.perennial.recommendation.content.ContentIndex;
import io.perennial.recommendation.model.CurrentModels;
import io.perennial.recommendation.neighbours.ItemToItemModel;
import io.perennial.recommendation.placement.Diversity;
import io.perennial.recommendation.placement.Filters;
import io.perennial.recommendation.placement.Placement;
import io.perennial.recommendation.placement.Rule;
import io.perennial.recommendation.placement.Sources;
import io.perennial.recommendation.popularity.PopularityModel;
import io.perennial.recommendation.ranker.RankerModel;
import io.perennial.recommendation.repurchase.RepurchaseModel;
import java.util.List;

/** Placements and knowledge for tests. */
final class Asked {

    private static final Sources SOURCES = new Sources(2, 1, 0.5, 0.5, 0.2, 1);

    private Asked() {}

    static Placement placement(String name, boolean excludeBought, boolean cartAsContext) {
        return new Placement(
                name,
                0,
                excludeBought,
                true,
                cartAsContext,
                1,
                1,
                SOURCES,
                Filters.NONE,
                List.of(),
                Diversity.NONE,
                0,
                true);
    }

    static Placement placement(Filters filters, Rule... rules) {
        return new Placement(
                "home", 0, true, true, false, 1, 1, SOURCES, filters, List.of(rules), Diversity.NONE, 0, true);
    }

    static Knowledge knowledge(ItemToItemModel neighbours, PopularityModel popularity) {
        return new Knowledge(
                new CurrentModels(
                        neighbours,
                        popularity,
                        ItemToItemModel.EMPTY,
                        RepurchaseModel.EMPTY,
                        BlendModel.EMPTY,
                        RankerModel.EMPTY),
                ContentIndex.EMPTY,
                (clicks, now, limit) -> List.of());
    }
}
