package io.perennial.deploy.local.tour;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a service really answered.
 *
 * @param status 0 if nobody answered at all
 * @param text as it came
 * @param json the same parsed; a missing node if it is none
 * @param location where the answer sends us, empty if nowhere
 */
record Answer(int status, String text, JsonNode json, String location) {

    private static final int OK = 200;
    private static final int NOT_OK = 300;

    static Answer none(String why) {
        return new Answer(0, why, MissingNode.getInstance(), "");
    }

    boolean isOk() {
        return status >= OK && status < NOT_OK;
    }

    /** A field's text, however deep: {@code "items/0/userId"}; empty if there is none. */
    String at(String path) {
        return json.at("/" + path).asString("");
    }
}
