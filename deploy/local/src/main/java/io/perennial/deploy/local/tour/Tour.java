package io.perennial.deploy.local.tour;

import io.perennial.deploy.local.service.Service;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The way of an event through all five services, on this very suite. */
public final class Tour {

    private static final Duration SOON = Duration.ofSeconds(5);

    /** One of the simulated shoppers, where the demo shop was filled. */
    private static final String DEMO_SHOPPER = "10042";

    /** Ours, where it was not. */
    private static final String GUEST = "tour-guest";

    private static final String VIEW = "Product Viewed";

    private final Surroundings surroundings;
    private final Guide guide;

    public Tour(Surroundings surroundings, PrintStream out) {
        this.surroundings = surroundings;
        this.guide = new Guide(out);
    }

    /** Takes a few seconds; shows what is there, and says of what is not. */
    public void show() {
        var shopper = shopper();
        event(shopper);
        profile(shopper);
        recommendations(shopper);
        new ChurnStop(surroundings, guide).show(shopper);
        new CampaignStop(surroundings, guide).show();
        links();
    }

    private String shopper() {
        if (!runs(Service.PROFILE)) {
            return GUEST;
        }
        var known = guide.ask(Call.get(surroundings.at(Service.PROFILE, "/v1/profiles/" + DEMO_SHOPPER)));
        return known.isOk() ? DEMO_SHOPPER : GUEST;
    }

    private void event(String shopper) {
        if (!runs(Service.INGEST)) {
            return;
        }
        guide.headline("event-ingest-service: a shop sends what happens, in the words of Segment's clients");
        var seen = product(shopper);
        var body = """
                {"userId":"%s","event":"%s","properties":{"product_id":"%s"}}""".formatted(shopper, VIEW, seen);
        guide.show(Call.event(surroundings.at(Service.INGEST, "/v1/track"), body));
    }

    /** One the shop really sells, if it can be asked. */
    private String product(String shopper) {
        if (!runs(Service.RECOMMENDATION)) {
            return "P1";
        }
        var id = guide.ask(Call.get(recommended(shopper))).at("items/0/productId");
        return id.isEmpty() ? "P1" : id;
    }

    private void profile(String shopper) {
        if (!runs(Service.PROFILE)) {
            return;
        }
        guide.headline("profile-service: who this shopper is, the event just sent included");
        var profile = Call.get(surroundings.at(Service.PROFILE, "/v1/profiles/" + shopper));
        guide.showOnce(profile, SOON, Answer::isOk);
        guide.show(Call.get(surroundings.at(Service.PROFILE, "/v1/profiles/" + shopper + "/timeline?limit=2")));
    }

    private void recommendations(String shopper) {
        if (runs(Service.RECOMMENDATION)) {
            guide.headline("recommendation-service: what to show on the home page, and why");
            guide.show(Call.get(recommended(shopper)));
        }
    }

    private URI recommended(String shopper) {
        return surroundings.at(
                Service.RECOMMENDATION, "/v1/recommendations?placement=home&userId=" + shopper + "&limit=3");
    }

    private void links() {
        guide.headline("to look further");
        for (var service : List.of(Service.values())) {
            if (runs(service)) {
                guide.says("    %-24s %s".formatted(service.module(), surroundings.at(service, "/swagger-ui.html")));
            }
        }
        guide.says("    %-24s %s".formatted("mails", surroundings.mail().resolve("/api/user")));
        guide.says("    %-24s %s".formatted("logs", surroundings.logs()));
    }

    private boolean runs(Service service) {
        return surroundings.urls().containsKey(service);
    }
}
