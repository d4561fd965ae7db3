package io.perennial.recommendation.model;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.recommendation.catalog.Catalog;
import io.perennial.recommendation.history.Histories;
import io.perennial.recommendation.history.History;
import io.perennial.recommendation.shopper.Shoppers;
import io.perennial.recommendation.shopper.Shoppers.Belonging;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Every shopper's history, merged over their identifiers, without what is never recommended; in a fixed order, so that
 * the same data trains the same model.
 */
@Component
class TrainingData {

    private final Histories histories;
    private final Shoppers shoppers;
    private final Catalog catalog;

    TrainingData(Histories histories, Shoppers shoppers, Catalog catalog) {
        this.histories = histories;
        this.shoppers = shoppers;
        this.catalog = catalog;
    }

    /** Takes a shopper: their history, and whether it may be used personally. */
    interface Consumer {
        void accept(History history, boolean personal);
    }

    /** Hands over each shopper once; holds in memory only the histories that wait for their shopper's leading one. */
    void forEachShopper(Consumer consumer) {
        Map<ProfileId, Waiting> waiting = new HashMap<>();
        Predicate<String> products = catalog.products();
        histories.pages(page -> {
            Map<Identifier, Belonging> belongings = shoppers.belongings(page.keySet());
            page.forEach((identifier, history) -> {
                ProfileId own = ProfileId.of(identifier);
                Belonging belonging = belongings.getOrDefault(identifier, new Belonging(own, false));
                if (belonging.profile().equals(own)) {
                    Waiting merged = waiting.remove(own);
                    History whole = merged == null ? history : merged.with(history);
                    consumer.accept(ofProducts(whole, products), belonging.personal());
                } else {
                    waiting.merge(
                            belonging.profile(), new Waiting(List.of(history), belonging.personal()), Waiting::and);
                }
            });
        });
        new TreeMap<>(waiting)
                .values()
                .forEach(merged ->
                        consumer.accept(ofProducts(History.merged(merged.histories), products), merged.personal));
    }

    private static History ofProducts(History history, Predicate<String> products) {
        return history.where(interaction -> products.test(interaction.productId()));
    }

    /** Histories under other identifiers than the leading one of their shopper. */
    private record Waiting(List<History> histories, boolean personal) {

        History with(History leading) {
            List<History> all = new ArrayList<>(histories);
            all.add(leading);
            return History.merged(all);
        }

        Waiting and(Waiting more) {
            List<History> all = new ArrayList<>(histories);
            all.addAll(more.histories);
            return new Waiting(all, personal);
        }
    }
}
