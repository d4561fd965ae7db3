package io.perennial.campaign.report;

import io.perennial.campaign.definition.Campaign;
import io.perennial.campaign.definition.CampaignCatalog;
import io.perennial.common.web.Problem;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The report over REST. */
@RestController
@RequestMapping("/v1/campaigns/{name}/report")
class ReportController {

    private final CampaignCatalog catalog;
    private final ReportStore store;
    private final Clock clock;

    ReportController(CampaignCatalog catalog, ReportStore store, Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.clock = clock;
    }

    /** @param asOf what was known then; now where absent */
    @GetMapping
    @Secured("campaigns:read")
    CampaignReport report(@PathVariable String name, @RequestParam @Nullable Instant asOf) {
        Campaign campaign = catalog.find(name);
        if (campaign == null) {
            throw Problem.notFound("unknown-campaign", "There is no campaign '" + name + "'");
        }
        Instant at = asOf == null ? clock.instant() : asOf;
        return CampaignReport.of(
                name,
                campaign.version(),
                at,
                campaign.attribution(),
                store.arms(name, campaign.attribution(), at),
                store.suppressed(name, at),
                store.deliveries(name, at));
    }
}
