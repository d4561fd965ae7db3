package io.perennial.churn.scoring;

import io.perennial.churn.history.KnownShopper;
import io.perennial.churn.history.Shoppers;
import io.perennial.common.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The shopper a path names, where it may be asked about. */
@Component
class AskedShopper {

    private final Shoppers shoppers;
    private final Consents consents;

    AskedShopper(Shoppers shoppers, Consents consents) {
        this.shoppers = shoppers;
        this.consents = consents;
    }

    /**
     * Who it is and what is known of them.
     *
     * @throws Problem 404 where nobody has heard of one, 403 without consent to personalisation
     */
    KnownShopper of(String id) {
        KnownShopper known = shoppers.find(id);
        if (known == null) {
            throw Problem.notFound("shopper-not-found", "Nobody with the id \"" + id + "\" has sent an event");
        }
        if (!consents.allows(known.state())) {
            throw Problem.of(
                    HttpStatus.FORBIDDEN,
                    "no-personalisation-consent",
                    "The shopper has not consented to personalisation, so there is no score");
        }
        return known;
    }
}
