package io.perennial.deploy.bench.load;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * What to ask, and how hard.
 *
 * @param connections kept open, each asking again as soon as it has its answer
 * @param window asked so long
 * @param path of each request, with its query; the random numbers of a connection are its own
 */
public record LoadPlan(
        URI server, Map<String, String> headers, int connections, Duration window, Function<Random, String> path) {

    public LoadPlan {
        headers = Map.copyOf(headers);
    }

    /** The same crowd asking for so long. */
    public LoadPlan lasting(Duration other) {
        return new LoadPlan(server, headers, connections, other, path);
    }
}
