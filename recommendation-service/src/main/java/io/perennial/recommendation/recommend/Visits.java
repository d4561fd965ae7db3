package io.perennial.recommendation.recommend;

import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.recommendation.catalog.Assortment;
import io.perennial.recommendation.catalog.Catalog;
import io.perennial.recommendation.history.History;
import io.perennial.recommendation.shopper.Consents;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who asks, by one query. */
@Service
class Visits {

    private final VisitStore store;
    private final Catalog catalog;
    private final Consents consents;

    Visits(VisitStore store, Catalog catalog, Consents consents) {
        this.store = store;
        this.catalog = catalog;
        this.consents = consents;
    }

    /**
     * The visit of a request. An anonymous id beside a user id joins the user's unless it is known to be somebody else's; of
     * who has not consented to personalisation nothing is used.
     */
    Visit of(@Nullable String userId, @Nullable String anonymousId) {
        List<Identifier> asked = new ArrayList<>(2);
        if (userId != null) {
            asked.add(Identifier.user(userId));
        }
        if (anonymousId != null) {
            asked.add(Identifier.anonymous(anonymousId));
        }
        if (asked.isEmpty()) {
            return new Visit(null, History.EMPTY, catalog.now());
        }
        VisitStore.Found found = store.find(asked);
        Assortment assortment = catalog.asOf(found.catalog());
        for (VisitStore.Row row : found.rows()) {
            if (row.identifier().equals(asked.getFirst()) && consents.personal(row.profile())) {
                return new Visit(row.profileId().toString(), history(row.profileId(), found.rows()), assortment);
            }
        }
        return new Visit(null, History.EMPTY, assortment);
    }

    private History history(ProfileId shopper, List<VisitStore.Row> rows) {
        List<History> histories = new ArrayList<>();
        for (VisitStore.Row row : rows) {
            boolean theirs = row.profileId().equals(shopper)
                    || (row.profileId().equals(ProfileId.of(row.identifier())) && consents.personal(row.profile()));
            if (theirs) {
                histories.add(row.history());
            }
        }
        return History.merged(histories);
    }
}
