package io.perennial.campaign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.perennial.common.topic.Topics;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

class WinBackIT extends CampaignSuite {

    /** As shipped, but without a hold-out, so that every shopper gets the mail. */
    private void everybodyIsTreated() {
        put("/v1/campaigns/win-back", """
                {"trigger": {"type": "churn-band-reached", "bands": ["high"]},
                 "actions": [{"type": "coupon", "percent": 10, "prefix": "BACK"}, {"type": "email", "template": "win-back"}],
                 "reentry": "P90D"}
                """);
    }

    @Test
    void aShopperAtRiskGetsACouponByMailRedeemsItAndUnsubscribes() throws Exception {
        everybodyIsTreated();
        String ada = newcomer();
        shop.knows(ada, true);
        shop.scores(ada, "high", "event", Instant.now());

        await().until(() -> mailsTo(ada).size() == 1);
        MimeMessage mail = mailsTo(ada).getFirst();
        assertThat(mail.getSubject()).isEqualTo("We miss you, Ada: 10\u00a0% for your next visit");
        Map<String, Object> decision = decisions(ada, "win-back").getFirst();
        assertThat(mail.getMessageID()).contains(String.valueOf(decision.get("decisionId")));
        assertThat(mail.getHeader("List-Unsubscribe-Post")[0]).isEqualTo("List-Unsubscribe=One-Click");

        String code = couponOf(ada);
        assertThat(GreenMailUtil.getWholeMessage(mail)).contains(code);
        redeemOnce(code);
        assertThat(couponsOf(ada)).isEmpty();

        unsubscribe(mail.getHeader("List-Unsubscribe")[0].replaceAll("[<>\\s]", ""));
        campaign("after-unsubscribe", "Test Unsubscribed Again", "");
        shop.stream()
                .publish(io.perennial.common.testkit.Events.track("Test Unsubscribed Again")
                        .by(ada)
                        .at(Instant.now())
                        .build());
        assertThat(decided(ada, "after-unsubscribe")).isEqualTo("suppressed no_consent");
        assertThat(offeredBy(ada)).contains("Coupon Issued", "Email Delivered", "Coupon Redeemed", "Unsubscribed");
    }

    @Test
    void aScoreOfANewModelTriggersNothing() {
        everybodyIsTreated();
        String byModel = newcomer();
        String byClock = newcomer();
        shop.knows(byModel, true);
        shop.knows(byClock, true);
        shop.scores(byModel, "high", "model", Instant.now());
        shop.scores(byClock, "high", "clock", Instant.now());

        assertThat(decided(byClock, "win-back")).isEqualTo("sent assigned");
        shop.stream().awaitHandled(jdbc, "campaign-churn", Topics.CHURN_SCORE);
        assertThat(decisions(byModel, "win-back")).isEmpty();
    }

    @Test
    void theSameShopperIsNotWonBackTwice() {
        everybodyIsTreated();
        String ada = newcomer();
        shop.knows(ada, true);
        shop.scores(ada, "high", "event", Instant.now());
        assertThat(decided(ada, "win-back")).isEqualTo("sent assigned");

        shop.scores(ada, "high", "event", Instant.now());
        await().until(() -> decisions(ada, "win-back").size() == 2);
        assertThat(decided(ada, "win-back")).isEqualTo("suppressed reentry");
    }

    @Test
    void anOldScoreIsStale() {
        String ada = newcomer();
        shop.knows(ada, true);
        shop.scores(ada, "high", "event", Instant.now().minus(Duration.ofDays(2)));

        assertThat(decided(ada, "win-back")).isEqualTo("suppressed stale");
    }

    private void redeemOnce(String code) {
        String path = "/v1/coupons/" + code + "/redemptions";
        assertThat(post(path, "order-1", "{\"orderId\":\"o1\"}").getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
        assertThat(post(path, "order-1", "{\"orderId\":\"o1\"}").getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
        ResponseEntity<Map<String, Object>> again = post(path, "order-2", "{}");
        assertThat(again.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(again.getBody()).containsEntry("type", "urn:perennial:problem:coupon-used");
        assertThat(post("/v1/coupons/NO-SUCH/redemptions", "x", "{}").getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    private void unsubscribe(String link) {
        URI local = URI.create("http://localhost:" + port + link.substring(link.indexOf("/v1/")));
        RestClient anybody = RestClient.create();
        assertThat(anybody.get().uri(local).retrieve().body(String.class)).contains("<form");
        assertThat(anybody.post().uri(local).retrieve().body(String.class)).contains("Done");
    }

    private String couponOf(String userId) {
        await().until(() -> couponsOf(userId).size() == 1);
        return String.valueOf(couponsOf(userId).getFirst().get("code"));
    }

    @SuppressWarnings("unchecked") // the shape of our own answer
    private List<Map<String, Object>> couponsOf(String userId) {
        Map<String, Object> body = get("/v1/offers?userId=" + userId).getBody();
        return body == null ? List.of() : (List<Map<String, Object>>) body.getOrDefault("items", List.of());
    }

    private List<String> offeredBy(String userId) {
        await().until(() -> shop.stream().read(Topics.OFFERED).stream()
                .anyMatch(r -> userId.equals(r.key())
                        && new String(r.value(), StandardCharsets.UTF_8).contains("Unsubscribed")));
        return shop.stream().read(Topics.OFFERED).stream()
                .filter(r -> userId.equals(r.key()))
                .peek(r -> assertThat(
                                new String(r.headers().lastHeader("source").value(), StandardCharsets.UTF_8))
                        .isEqualTo("campaign"))
                .map(r -> new String(r.value(), StandardCharsets.UTF_8).replaceAll(".*\"event\":\"([^\"]*)\".*", "$1"))
                .toList();
    }
}
