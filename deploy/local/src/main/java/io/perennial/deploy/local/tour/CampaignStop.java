package io.perennial.deploy.local.tour;

import io.perennial.deploy.local.service.Service;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Where the tour sees what is done about it, and a mail that was really sent. */
final class CampaignStop {

    private static final String WIN_BACK = "win-back";
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
        var campaigns = guide.ask(Call.get(surroundings.at(Service.CAMPAIGN, "/v1/campaigns")));
        for (var campaign : campaigns.json().path("items")) {
            guide.says("    " + campaign.path("name").asString("") + ": " + campaign.path("description").asString(""));
        }
        var winBack = "/v1/campaigns/" + WIN_BACK;
        guide.show(Call.get(surroundings.at(Service.CAMPAIGN, winBack)));
        guide.show(Call.get(surroundings.at(Service.CAMPAIGN, winBack + "/report")));
        guide.show(Call.get(surroundings.at(Service.CAMPAIGN, "/v1/decisions?outcome=sent&limit=1")));
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
