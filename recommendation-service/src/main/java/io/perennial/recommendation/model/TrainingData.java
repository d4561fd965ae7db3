package io.perennial.recommendation.model;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.recommendation.catalog.Catalog;
import io.perennial.recommendation.history.Histories;
import io.perennial.recommendation.history.History;
import io.perennial.recommendation.shopper.Shoppers;
import io.perennial.recommendation.shopper.Shoppers.Belonging;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /** Hands over each shopper once, at the first of their identifiers that has a history; holds in memory a page of shoppers. */
    void forEachShopper(Consumer consumer) {
        Predicate<String> products = catalog.products();
        histories.pages(page -> {
            Map<Identifier, Belonging> belongings = shoppers.belongings(page.keySet());
            Map<ProfileId, List<Identifier>> together = shoppers.identifiersOf(
                    belongings.values().stream().map(Belonging::profile).collect(Collectors.toSet()));
            Map<Identifier, History> known = new HashMap<>(page);
            known.putAll(histories.of(elsewhere(together, page.keySet())));
            page.forEach((identifier, history) -> {
                Belonging belonging =
                        belongings.getOrDefault(identifier, new Belonging(ProfileId.of(identifier), false));
                List<Identifier> own = own(identifier, together.get(belonging.profile()), known);
                if (own.getFirst().equals(identifier)) {
                    consumer.accept(whole(own, known, products), belonging.personal());
                }
            });
        });
    }

    private static List<Identifier> elsewhere(Map<ProfileId, List<Identifier>> together, Set<Identifier> here) {
        return together.values().stream()
                .filter(identifiers -> identifiers.size() > 1)
                .flatMap(List::stream)
                .filter(identifier -> !here.contains(identifier))
                .toList();
    }

    /** The shopper's identifiers that have a history, this among them. */
    private static List<Identifier> own(
            Identifier identifier, @Nullable List<Identifier> shoppers, Map<Identifier, History> known) {
        return shoppers == null || !shoppers.contains(identifier)
                ? List.of(identifier)
                : shoppers.stream().filter(known::containsKey).toList();
    }

    private static History whole(
            List<Identifier> identifiers, Map<Identifier, History> known, Predicate<String> products) {
        return History.merged(identifiers.stream()
                        .map(identifier -> known.getOrDefault(identifier, History.EMPTY))
                        .toList())
                .where(interaction -> products.test(interaction.productId()));
    }
}
