package io.perennial.campaign.trigger;

import io.perennial.campaign.definition.Campaign;
import io.perennial.campaign.definition.CampaignCatalog;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The matcher of the campaigns as they are now, built anew only when they change. */
@Component
class CurrentMatcher {

    private final CampaignCatalog catalog;
    private volatile @Nullable Built built;

    CurrentMatcher(CampaignCatalog catalog) {
        this.catalog = catalog;
    }

    private record Built(List<Campaign> of, CampaignMatcher matcher) {}

    @SuppressWarnings("ReferenceEquality") // the catalog gives the same list as long as nothing changes
    CampaignMatcher get() {
        List<Campaign> campaigns = catalog.campaigns();
        Built known = built;
        if (known == null || known.of() != campaigns) {
            known = new Built(campaigns, new CampaignMatcher(campaigns));
            built = known;
        }
        return known.matcher();
    }
}
