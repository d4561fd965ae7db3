package io.perennial.deploy.local.tour;

import io.perennial.deploy.local.service.Service;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Where the tour sees what is done about it, and a mail that was really sent. */
final class CampaignStop {

    private static final Duration MAILING = Duration.ofSeconds(10);

    private final Surroundings surroundings;
    private final Guide guide;

    CampaignStop(Surroundings surroundings, Guide guide) {
        this.surroundings = surroundings;
        this.guide = guide;
    }

    void show() {
        if (!surroundings.urls().containsKey(Service.CAMPAIGN)) {
            return;
        }
        guide.headline("campaign-service: what is done about it, and what that brought");
        var campaigns = guide.show(Call.get(surroundings.at(Service.CAMPAIGN, "/v1/campaigns")));
        var name = campaigns.at("items/0/name");
        if (!name.isEmpty()) {
            guide.show(Call.get(surroundings.at(Service.CAMPAIGN, "/v1/campaigns/" + name + "/report")));
        }
        guide.show(Call.get(surroundings.at(Service.CAMPAIGN, "/v1/decisions?limit=2")));
        mail();
    }

    private void mail() {
        guide.headline("mail: what a shopper got (GreenMail keeps it; nothing leaves this machine)");
        var users = Call.open(surroundings.mail().resolve("/api/user"));
        var address =
                guide.await(users, MAILING, answer -> !answer.json().isEmpty()).at("0/email");
        if (address.isEmpty()) {
            guide.says("    No mail yet: campaigns mail shoppers who agreed, on news younger than an hour.");
            return;
        }
        var mailbox = "/api/user/" + URLEncoder.encode(address, StandardCharsets.UTF_8) + "/messages";
        guide.show(Call.open(surroundings.mail().resolve(mailbox)));
    }
}
