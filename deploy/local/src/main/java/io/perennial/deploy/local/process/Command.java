package io.perennial.deploy.local.process;

import java.util.List;
import java.util.Map;

/** A program with its arguments, and the environment it gets on top of ours. */
public record Command(List<String> line, Map<String, String> environment) {

    public Command {
        line = List.copyOf(line);
        environment = Map.copyOf(environment);
    }

    public Command(List<String> line) {
        this(line, Map.of());
    }
}
