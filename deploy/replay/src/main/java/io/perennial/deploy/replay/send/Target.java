package io.perennial.deploy.replay.send;

import java.net.URI;
import java.time.Duration;

/**
 * Where to send, and how.
 *
 * @param batch messages in one request, at most 2,500
 * @param connections requests under way at the same time
 * @param patience how long one batch is tried before the replay gives up
 */
public record Target(URI url, String key, int batch, int connections, boolean gzip, Duration patience) {

    /** What the wire allows in one request. */
    private static final int LARGEST_BATCH = 2_500;

    public Target {
        if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("the url has to read like http://localhost:8081, not " + url);
        }
        if (batch < 1 || batch > LARGEST_BATCH) {
            throw new IllegalArgumentException("a batch has 1 to " + LARGEST_BATCH + " messages, not " + batch);
        }
        if (connections < 1 || connections > 256) {
            throw new IllegalArgumentException("there can be 1 to 256 connections, not " + connections);
        }
        if (patience.isNegative()) {
            throw new IllegalArgumentException("the patience cannot be negative: " + patience);
        }
    }
}
