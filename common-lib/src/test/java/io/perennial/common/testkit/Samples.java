package io.perennial.common.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The sample of each topic's version, which every consumer has a test to read. */
public final class Samples {

    private Samples() {}

    /** The sample record of a topic, as bytes of JSON. */
    public static byte[] of(String topic) {
        try (InputStream sample = Samples.class.getResourceAsStream(topic + ".json")) {
            if (sample == null) {
                throw new IllegalArgumentException("there is no sample of " + topic);
            }
            return sample.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
