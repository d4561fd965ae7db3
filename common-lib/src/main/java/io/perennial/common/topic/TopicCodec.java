package io.perennial.common.topic;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** A topic's record as JSON and back: unknown fields are ignored, absent ones stay away. Thread-safe. */
public final class TopicCodec<T> {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new MoneyModule())
            .addModule(new InstantModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final Class<T> type;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    private TopicCodec(Class<T> type) {
        this.type = type;
        this.reader = MAPPER.readerFor(type);
        this.writer = MAPPER.writerFor(type);
    }

    public static <T> TopicCodec<T> of(Class<T> type) {
        return new TopicCodec<>(type);
    }

    public byte[] write(T value) {
        return writer.writeValueAsBytes(value);
    }

    /**
     * Reads a record.
     *
     * @throws IllegalArgumentException where the bytes are no such record
     */
    public T read(byte[] bytes) {
        try {
            return reader.readValue(bytes);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
