package io.perennial.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.deploy.local.service.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The shipped campaign for shoppers who are about to leave: whom it may mail, whom it did. */
record WinBack(RunningSuite shop, Mailbox mailbox) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Twice what the band high begins at: a visit lowers the probability a little. */
    private static final double SAFELY_HIGH = 2;

    private static final String DECISIONS = "/v1/decisions?campaign=win-back";

    /** Some of those most at risk, by whether they agreed to marketing. */
    record AtRisk(List<String> consenting, List<String> others) {

        int size() {
            return consenting.size() + others.size();
        }
    }

    /** In the band that triggers the campaign and not at its edge: the most at risk first, until there are enough of both kinds. */
    AtRisk find(int consenting, int others) {
        var agreed = new ArrayList<String>();
        var not = new ArrayList<String>();
        for (var shopper : shop.all(Service.CHURN, "/v1/churn?band=high&minProbability=0.7")) {
            var user = shopper.path("userId").asString("");
            var worthIt = shopper.at("/expectedValue/amount").asDouble(0) >= SAFELY_HIGH;
            if (worthIt && !user.isEmpty() && (agreed.size() < consenting || not.size() < others)) {
                if (agrees(user) && agreed.size() < consenting) {
                    agreed.add(user);
                } else if (!agrees(user) && not.size() < others) {
                    not.add(user);
                }
            }
        }
        assertThat(agreed).as("at risk, with marketing consent").hasSize(consenting);
        assertThat(not).as("at risk, without marketing consent").hasSize(others);
        return new AtRisk(agreed, not);
    }

    private boolean agrees(String user) {
        return shop.get(Service.PROFILE, "/v1/profiles/userId:" + user)
                .expect(200)
                .json()
                .path("consents")
                .path("marketing")
                .asBoolean(false);
    }

    /** Each looks at a product, at this moment. */
    void visit(AtRisk shoppers) {
        var all = new ArrayList<>(shoppers.consenting());
        all.addAll(shoppers.others());
        for (var user : all) {
            var event = """
                    {"userId":"%s","event":"Product Viewed","properties":{"product_id":"85123A"}}""".formatted(user);
            assertThat(shop.collect("track", event)
                            .expect(200)
                            .json()
                            .path("accepted")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    /** What was decided, by user; one decision each. */
    Map<String, JsonNode> decisions(int wanted) {
        Wait.until(
                "win-back has decided about " + wanted + " shoppers",
                PATIENCE,
                () -> shop.all(Service.CAMPAIGN, DECISIONS).size(),
                count -> count >= wanted);
        var byUser = new HashMap<String, JsonNode>();
        for (var decision : shop.all(Service.CAMPAIGN, DECISIONS)) {
            var before = byUser.put(decision.path("userId").asString(), decision);
            assertThat(before).as("a second decision about a shopper").isNull();
        }
        return byUser;
    }

    List<JsonNode> all() {
        return shop.all(Service.CAMPAIGN, DECISIONS);
    }

    static List<String> users(Map<String, JsonNode> decisions, String outcome, String reason) {
        return decisions.entrySet().stream()
                .filter(decision ->
                        decision.getValue().path("outcome").asString().equals(outcome)
                                && decision.getValue().path("reason").asString().equals(reason))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Addresses that got the campaign's mail, once there are as many. */
    Set<String> mailed(int wanted) {
        return Wait.until(
                "win-back mails to " + wanted + " shoppers", PATIENCE, this::mailed, got -> got.size() >= wanted);
    }

    Set<String> mailed() {
        return mailbox.all().entrySet().stream()
                .filter(mails -> mails.getValue().stream().anyMatch(Mailbox.Mail::isWinBack))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
