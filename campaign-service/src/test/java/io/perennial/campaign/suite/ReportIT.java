package io.perennial.campaign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Event;
import io.perennial.common.testkit.Events;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportIT extends CampaignSuite {

    private static final int SHOPPERS = 200;

    @Test
    void theReportComparesTreatedWithHeldOut() {
        campaign("reported", "Test Reported", ", \"experiment\": {\"holdOut\": 50}");
        List<String> shoppers = new ArrayList<>();
        List<Event> triggers = new ArrayList<>();
        for (int i = 0; i < SHOPPERS; i++) {
            String shopper = newcomer();
            shoppers.add(shopper);
            shop.knows(shopper, true);
            triggers.add(
                    Events.track("Test Reported").by(shopper).at(Instant.now()).build());
        }
        shop.stream().publish(triggers);
        await().until(() -> assigned("reported") == SHOPPERS);
        order(shoppers);

        JsonNode report = report("reported");
        JsonNode treated = report.path("treated");
        JsonNode heldOut = report.path("heldOut");
        assertThat(treated.path("shoppers").asInt() + heldOut.path("shoppers").asInt())
                .isEqualTo(SHOPPERS);
        assertThat(treated.path("conversions")).isEqualTo(treated.path("shoppers"));
        assertThat(heldOut.path("conversions").asInt()).isZero();
        assertThat(treated.path("revenue").path("currency").asString()).isEqualTo("GBP");
        assertThat(report.path("conversionLift").path("difference").asDouble()).isEqualTo(1.0);
        assertThat(report.path("revenueLift").path("difference").asDouble()).isEqualTo(10.0);
        assertThat(report.path("sampleRatio").path("ok").asBoolean()).isTrue();
        assertThat(report.path("verdict").asString()).isEqualTo("it works: more of the treated order");
    }

    @Test
    void aCampaignWithoutShoppersSaysSo() {
        campaign("nobody-yet", "Test Nobody Yet", "");

        assertThat(report("nobody-yet").path("verdict").asString()).startsWith("not enough data");
        assertThat(get("/v1/campaigns/no-such/report").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    private JsonNode report(String campaign) {
        String body = api().get()
                .uri("/v1/campaigns/" + campaign + "/report")
                .retrieve()
                .body(String.class);
        return new JsonMapper().readTree(body == null ? "{}" : body);
    }

    /** The treated order for ten pounds, the held out before the campaign only. */
    private void order(List<String> shoppers) {
        List<Event> orders = new ArrayList<>();
        for (String shopper : shoppers) {
            boolean treated =
                    "sent".equals(decisions(shopper, "reported").getFirst().get("outcome"));
            Instant at = treated ? Instant.now() : Instant.now().minusSeconds(3600);
            orders.add(Events.order("order-" + shopper)
                    .by(shopper)
                    .at(at)
                    .line("p1", 2, "5.00")
                    .build());
        }
        shop.stream().publish(orders);
        shop.stream().awaitHandled(jdbc, "campaign-events");
    }

    private long assigned(String campaign) {
        return jdbc.sql("select count(*) from decision where campaign = :campaign and outcome <> 'suppressed'")
                .param("campaign", campaign)
                .query(Long.class)
                .single();
    }
}
