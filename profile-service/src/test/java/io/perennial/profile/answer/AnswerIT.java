package io.perennial.profile.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Event;
import io.perennial.common.event.Trust;
import io.perennial.common.testkit.Events;
import io.perennial.common.testkit.StreamDriver;
import io.perennial.profile.Api;
import io.perennial.profile.ServiceTest;
import io.perennial.profile.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What REST answers about consents, timelines and the unknown. */
@ServiceTest
class AnswerIT {

    private static final Instant THEN = Events.THEN;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(new Api(port), new StreamDriver(), jdbc);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void consentsComeFromServersAndBrowsersMayOnlyWithdraw() {
        shop.publish(
                Events.identify("consenting")
                        .consent("marketing", true)
                        .at(THEN)
                        .build(),
                Events.track("Button")
                        .by("sly")
                        .from("web", Trust.BROWSER)
                        .consent("marketing", true)
                        .at(THEN)
                        .build());
        assertThat(shop.profile("consenting").at("/consents/marketing").asBoolean())
                .isTrue();
        assertThat(shop.profile("consenting").at("/consents/personalisation").asBoolean())
                .isTrue();
        assertThat(shop.profile("sly").at("/consents/marketing").asBoolean()).isFalse();

        shop.publish(Events.track("Button")
                .by("consenting")
                .from("web", Trust.BROWSER)
                .consent("personalisation", false)
                .at(THEN.plusSeconds(1))
                .build());
        assertThat(shop.profile("consenting").at("/consents/personalisation").asBoolean())
                .isFalse();

        shop.publish(Events.track("Unsubscribed")
                .by("consenting")
                .from(Event.OWN_SOURCE, Trust.SERVER)
                .at(THEN.plusSeconds(2))
                .build());
        assertThat(shop.profile("consenting").at("/consents/marketing").asBoolean())
                .isFalse();
        assertThat(shop.profile("consenting").at("/events").asInt()).isEqualTo(2);

        Api.Answer put =
                shop.api().put("/v1/profiles/consenting/consents/marketing", "{\"granted\":true,\"reason\":\"phone\"}");
        assertThat(put.status()).isEqualTo(200);
        assertThat(shop.profile("consenting").at("/consents/marketing").asBoolean())
                .isTrue();
        shop.awaitState(
                "consenting", state -> Boolean.TRUE.equals(state.consents().get("marketing")));
        assertThat(shop.api()
                        .put("/v1/profiles/consenting/consents/marketing", "{}")
                        .body()
                        .at("/field")
                        .asString())
                .isEqualTo("granted");
        assertThat(shop.api()
                        .put("/v1/profiles/consenting/consents/nonsense", "{\"granted\":true}")
                        .status())
                .isEqualTo(404);
        assertThat(shop.api()
                        .put("/v1/profiles/nobody-at-all/consents/marketing", "{\"granted\":true}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theTimelineShowsEverythingNewestFirstPageByPage() {
        shop.publish(
                Events.viewed("p0")
                        .byAnonymous("pager-browser")
                        .at(THEN.minusSeconds(9))
                        .build(),
                Events.identify("pager").byAnonymous("pager-browser").at(THEN).build(),
                Events.viewed("p1").by("pager").at(THEN.plusSeconds(1)).build(),
                Events.viewed("p2").by("pager").at(THEN.plusSeconds(2)).build(),
                Events.track("Email Delivered")
                        .by("pager")
                        .from(Event.OWN_SOURCE, Trust.SERVER)
                        .at(THEN.plusSeconds(3))
                        .build());

        List<String> seen = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        while (true) {
            JsonNode page = shop.api()
                    .get("/v1/profiles/pager/timeline?limit=2" + cursor)
                    .body();
            page.get("items")
                    .forEach(item -> seen.add(
                            item.path("event").asString(item.path("type").asString())
                                    + item.at("/properties/product_id").asString("")));
            pages++;
            if (!page.hasNonNull("next")) {
                break;
            }
            cursor = "&cursor=" + page.get("next").asString();
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen)
                .containsExactly(
                        "Email Delivered", "Product Viewedp2", "Product Viewedp1", "identify", "Product Viewedp0");
        assertThat(shop.api()
                        .get("/v1/profiles/pager/timeline?event=Product%20Viewed&from=" + THEN + "&to="
                                + THEN.plusSeconds(2))
                        .body()
                        .get("items"))
                .hasSize(1);
        assertThat(shop.api()
                        .get("/v1/profiles/pager/timeline?from=yesterday")
                        .body()
                        .at("/field")
                        .asString())
                .isEqualTo("from");
        assertThat(shop.api().get("/v1/profiles/pager/timeline?cursor=forged").status())
                .isEqualTo(400);
        assertThat(shop.api().get("/v1/profiles/pager/timeline?limit=0").status())
                .isEqualTo(400);
    }

    @Test
    void anUnknownShopperIsAClearProblem() {
        Api.Answer answer = shop.api().get("/v1/profiles/nobody-ever");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().at("/type").asString()).isEqualTo("urn:perennial:problem:profile-not-found");
    }
}
