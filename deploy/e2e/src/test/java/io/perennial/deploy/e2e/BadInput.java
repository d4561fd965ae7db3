package io.perennial.deploy.e2e;

import static io.perennial.deploy.local.service.Service.CAMPAIGN;
import static io.perennial.deploy.local.service.Service.CHURN;
import static io.perennial.deploy.local.service.Service.INGEST;
import static io.perennial.deploy.local.service.Service.PROFILE;
import static io.perennial.deploy.local.service.Service.RECOMMENDATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;

/**
 * Something asked wrongly, and the problem it has to meet.
 *
 * @param slug the last part of the problem's type
 * @param words what the answer has to name: the field, the fix
 */
record BadInput(String what, int status, String slug, List<String> words, Function<RunningSuite, Answer> ask) {

    private static final String CAMPAIGN_OF_NO_TEMPLATE = """
            {"trigger":{"type":"event-seen","event":"Order Completed"},"actions":[{"type":"email","template":"spring"}]}""";

    private static BadInput of(
            String what, int status, String slug, List<String> words, Function<RunningSuite, Answer> ask) {
        return new BadInput(what, status, slug, words, ask);
    }

    /** Nothing has to be known to the suite yet but the shopper {@code early}. */
    static List<BadInput> all() {
        return List.of(
                of(
                        "an unknown write key",
                        401,
                        "unknown-write-key",
                        List.of("write key"),
                        shop -> shop.collect("nobodys-key", "track", "{\"userId\":\"1\",\"event\":\"Seen\"}")),
                of(
                        "broken JSON",
                        400,
                        "malformed-body",
                        List.of("line", "column"),
                        shop -> shop.collect("batch", "{\"batch\":[{\"type\":\"track\",")),
                of(
                        "a body beyond the limit",
                        413,
                        "body-too-large",
                        List.of("smaller batches"),
                        shop -> shop.collect(
                                "track", "{\"userId\":\"1\",\"event\":\"" + "x".repeat(6_000_000) + "\"}")),
                of(
                        "a write key where an API key is wanted",
                        401,
                        "",
                        List.of(),
                        shop -> shop.send(PROFILE, "GET", "/v1/profiles/early", "Bearer demo-write-key", "")),
                of("no API key", 401, "", List.of(), shop -> shop.send(CHURN, "GET", "/v1/churn/early", "", "")),
                of(
                        "a rejected list of negative length",
                        400,
                        "invalid-limit",
                        List.of("limit"),
                        shop -> shop.get(INGEST, "/v1/rejected?limit=-1")),
                of(
                        "a shopper nobody has seen",
                        404,
                        "profile-not-found",
                        List.of("nobody-17"),
                        shop -> shop.get(PROFILE, "/v1/profiles/nobody-17")),
                of(
                        "a forged cursor",
                        400,
                        "invalid-cursor",
                        List.of("cursor"),
                        shop -> shop.get(PROFILE, "/v1/profiles/early/timeline?cursor=forged")),
                of(
                        "a time that is none",
                        400,
                        "invalid-time",
                        List.of("from"),
                        shop -> shop.get(PROFILE, "/v1/profiles/early/timeline?from=yesterday")),
                of(
                        "consent to nothing we know",
                        404,
                        "purpose-not-found",
                        List.of("spam", "marketing"),
                        shop -> shop.put(PROFILE, "/v1/profiles/early/consents/spam", "{\"granted\":true}")),
                of(
                        "consent without an answer",
                        400,
                        "invalid-request",
                        List.of("granted"),
                        shop -> shop.put(PROFILE, "/v1/profiles/early/consents/marketing", "{}")),
                of(
                        "a placement that does not exist",
                        400,
                        "unknown-placement",
                        List.of("placement", "home"),
                        shop -> shop.get(RECOMMENDATION, "/v1/recommendations?placement=cellar&userId=early")),
                of(
                        "more items than there may be",
                        400,
                        "invalid-limit",
                        List.of("limit"),
                        shop -> shop.get(RECOMMENDATION, "/v1/recommendations?placement=home&limit=100000")),
                of(
                        "nothing to rank",
                        400,
                        "products-missing",
                        List.of("productIds"),
                        shop -> shop.post(RECOMMENDATION, "/v1/recommendations/rank", "{\"userId\":\"early\"}")),
                of(
                        "churn of a shopper nobody has seen",
                        404,
                        "shopper-not-found",
                        List.of("nobody-17"),
                        shop -> shop.get(CHURN, "/v1/churn/nobody-17")),
                of(
                        "churn before there is a model",
                        409,
                        "no-model",
                        List.of("/v1/churn-models/train"),
                        shop -> shop.get(CHURN, "/v1/churn/early")),
                of(
                        "a probability of two",
                        400,
                        "invalid-request",
                        List.of("minProbability", "0 to 1"),
                        shop -> shop.get(CHURN, "/v1/churn?minProbability=2")),
                of(
                        "training as of tomorrow",
                        400,
                        "invalid-request",
                        List.of("asOf"),
                        shop -> shop.post(CHURN, "/v1/churn-models/train", "{\"asOf\":\"2999-01-01T00:00:00Z\"}")),
                of(
                        "a job that is no id",
                        400,
                        "invalid-request",
                        List.of("id"),
                        shop -> shop.get(CHURN, "/v1/churn-models/jobs/mine")),
                of(
                        "a campaign of an unknown template",
                        422,
                        "invalid-campaign",
                        List.of("actions[0].template", "spring", "/v1/templates/spring"),
                        shop -> shop.put(CAMPAIGN, "/v1/campaigns/spring-sale", CAMPAIGN_OF_NO_TEMPLATE)),
                of(
                        "a campaign that is no JSON",
                        400,
                        "malformed-json",
                        List.of("JSON"),
                        shop -> shop.put(CAMPAIGN, "/v1/campaigns/spring-sale", "{\"trigger\":")),
                of(
                        "the report of no campaign",
                        404,
                        "unknown-campaign",
                        List.of("nothing"),
                        shop -> shop.get(CAMPAIGN, "/v1/campaigns/nothing/report")),
                of(
                        "an outcome that does not exist",
                        400,
                        "invalid-outcome",
                        List.of("outcome", "held_out"),
                        shop -> shop.get(CAMPAIGN, "/v1/decisions?outcome=maybe")),
                of("a path nobody serves", 404, "not-found", List.of(), shop -> shop.get(PROFILE, "/v1/nowhere")),
                of(
                        "a method nobody serves",
                        405,
                        "method-not-allowed",
                        List.of(),
                        shop -> shop.send(CHURN, "DELETE", "/v1/churn/early", "Bearer demo-api-key", "")));
    }

    void isMetByAProblem(RunningSuite shop) {
        var answer = ask.apply(shop).expect(status);
        assertThat(answer.text("type"))
                .as(answer.text())
                .startsWith("urn:perennial:problem:")
                .endsWith(slug);
        assertThat(answer.text("detail")).as(answer.text()).isNotBlank();
        assertThat(words).allSatisfy(word -> assertThat(answer.text()).contains(word));
    }
}
