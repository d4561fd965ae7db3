package io.perennial.deploy.local;

import io.perennial.deploy.local.port.Port;
import io.perennial.deploy.local.port.PortPlan;
import io.perennial.deploy.local.process.CannotStart;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Ports as asked for: defaults, shifted by the offset, then the environment, then the command line. */
final class PortArguments {

    private final Map<Port, Integer> chosen = new EnumMap<>(Port.class);
    private int offset;

    PortArguments(Map<String, String> environment) {
        for (var port : Port.values()) {
            var value = environment.get(port.variable());
            if (value != null && !value.isBlank()) {
                chosen.put(port, number(port.variable(), value));
            }
        }
    }

    void offset(String value) {
        offset = number("--port-offset", value);
    }

    /** As in {@code kafka=29092}. */
    void one(String assignment) {
        var words = assignment.split("=", 2);
        var port = Port.named(words[0])
                .orElseThrow(() -> new CannotStart("--port " + assignment + ": no such port; there are " + names()));
        if (words.length != 2) {
            throw new CannotStart("--port " + assignment + ": write it as --port " + port.option() + "=N");
        }
        chosen.put(port, number("--port " + port.option(), words[1]));
    }

    PortPlan plan() {
        var plan = PortPlan.usual(offset);
        for (var entry : chosen.entrySet()) {
            plan = plan.with(entry.getKey(), entry.getValue());
        }
        return plan;
    }

    static String names() {
        return Arrays.stream(Port.values()).map(Port::option).collect(Collectors.joining(", "));
    }

    private static int number(String what, String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new CannotStart(what + " wants a number, not '" + value + "'", e);
        }
    }
}
