package io.perennial.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * An event that is none, in a batch with one that is.
 *
 * @param code of the verdict it has to meet
 * @param words what the verdict has to name
 */
record BadEvent(String what, String code, List<String> words, String json) {

    private static final String ORDER = """
            {"type":"track","userId":"early","event":"Order Completed","properties":{%s}}""";

    static List<BadEvent> all() {
        return List.of(
                new BadEvent(
                        "without ids",
                        "identifier_missing",
                        List.of("userId", "anonymousId"),
                        "{\"type\":\"track\",\"event\":\"Seen\"}"),
                new BadEvent(
                        "of the user undefined",
                        "identifier_refused",
                        List.of("userId", "undefined"),
                        "{\"type\":\"track\",\"event\":\"Seen\",\"userId\":\"undefined\"}"),
                new BadEvent(
                        "on a day that does not exist",
                        "timestamp_invalid",
                        List.of("timestamp"),
                        at("2026-02-31T10:00:00Z")),
                new BadEvent(
                        "before there were shops online",
                        "timestamp_too_early",
                        List.of("timestamp"),
                        at("1970-01-01T00:00:00Z")),
                new BadEvent(
                        "in a thousand years", "timestamp_too_late", List.of("timestamp"), at("3026-01-01T00:00:00Z")),
                new BadEvent(
                        "of a negative quantity",
                        "quantity_negative",
                        List.of("products[0].quantity", "Order Refunded"),
                        ORDER.formatted(
                                "\"order_id\":\"e1\",\"products\":[{\"product_id\":\"p\",\"price\":1,\"quantity\":-2}]")),
                new BadEvent(
                        "of an order without id",
                        "order_id_missing",
                        List.of("properties.order_id"),
                        ORDER.formatted("\"revenue\":1")),
                new BadEvent(
                        "in money without a rate",
                        "currency_without_rate",
                        List.of("JPY"),
                        ORDER.formatted("\"order_id\":\"e2\",\"revenue\":1,\"currency\":\"JPY\"")),
                new BadEvent("of no type", "type_missing", List.of("type"), "{\"userId\":\"early\"}"),
                new BadEvent(
                        "too large",
                        "event_too_large",
                        List.of("262144"),
                        "{\"type\":\"track\",\"userId\":\"early\",\"event\":\"Seen\",\"properties\":{\"x\":\""
                                + "x".repeat(300_000) + "\"}}"));
    }

    private static String at(String timestamp) {
        return "{\"type\":\"track\",\"event\":\"Seen\",\"userId\":\"early\",\"timestamp\":\"" + timestamp + "\"}";
    }

    /** Its verdict names what to do, and the good event beside it is taken. */
    void isRejectedAlone(RunningSuite shop) {
        var good = "{\"type\":\"track\",\"userId\":\"early\",\"event\":\"Seen\"}";
        var answer =
                shop.collect("batch", "{\"batch\":[" + json + "," + good + "]}").expect(200);
        assertThat(answer.json().path("accepted").asInt()).as(answer.text()).isEqualTo(1);
        assertThat(answer.text("rejected/0/index")).isEqualTo("0");
        assertThat(answer.text("rejected/0/code")).as(answer.text()).isEqualTo(code);
        assertThat(words)
                .allSatisfy(word -> assertThat(answer.text("rejected/0/detail")).contains(word));
    }
}
