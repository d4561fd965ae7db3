package io.perennial.deploy.replay.send;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What ingest says to a batch: how many it took, and which ones it did not. */
record Answer(
        boolean success,
        long accepted,
        long duplicates,
        @Nullable List<Rejection> rejected) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** The verdict on one message. */
    record Rejection(
            int index,
            @Nullable String messageId,
            @Nullable String code,
            @Nullable String detail) {}

    List<Rejection> rejections() {
        return rejected == null ? List.of() : rejected;
    }

    /** Null if the body is not what an ingest answers. */
    static @Nullable Answer of(byte[] body) {
        try {
            Answer answer = JSON.readValue(body, Answer.class);
            return answer != null && answer.success ? answer : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}
