package io.perennial.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param asked method and address, for a failure's message
 * @param location where it sends us, empty if nowhere
 */
record Answer(String asked, int status, String text, JsonNode json, String location) {

    /** The same, after making sure of its status. */
    Answer expect(int wanted) {
        assertThat(status).as("%s answered %s", asked, text).isEqualTo(wanted);
        return this;
    }

    /** A field's text, however deep: {@code items/0/userId}; empty if there is none. */
    String text(String path) {
        return json.at("/" + path).asString("");
    }

    double number(String path) {
        return json.at("/" + path).asDouble();
    }

    /** An amount of money, exactly as sent; zero where there is none. */
    BigDecimal amount(String path) {
        var amount = text(path + "/amount");
        return amount.isEmpty() ? BigDecimal.ZERO : new BigDecimal(amount);
    }

    List<JsonNode> list(String path) {
        return json.at("/" + path).values().stream().toList();
    }
}
