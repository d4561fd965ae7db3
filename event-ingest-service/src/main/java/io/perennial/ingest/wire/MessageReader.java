package io.perennial.ingest.wire;

import io.perennial.common.event.Attributes;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads one message's bytes, exactly: fractions stay decimal. Thread-safe. */
public final class MessageReader {

    private static final int MAX_NESTING = 100;

    private final ObjectReader reader = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(new TypeReference<Map<String, @Nullable Object>>() {});

    /**
     * The message as a JSON object.
     *
     * @throws MalformedBodyException where it is none, or exceeds what any reader downstream would take
     */
    public Attributes read(byte[] message) {
        try {
            Map<String, @Nullable Object> values = reader.readValue(message);
            if (values == null) {
                throw new MalformedBodyException("the message is null; send a JSON object", 1, 1, null);
            }
            return Attributes.of(values);
        } catch (JacksonException e) {
            throw Places.malformed("the message is no JSON object: ", e, null);
        }
    }
}
