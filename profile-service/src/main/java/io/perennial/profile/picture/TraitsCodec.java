package io.perennial.profile.picture;

import io.perennial.profile.stamp.Stamp;
import io.perennial.profile.trait.Precedence;
import io.perennial.profile.trait.Trait;
import io.perennial.profile.trait.Traits;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Traits as JSON; no traits are no bytes. */
final class TraitsCodec {

    private static final byte[] NONE = new byte[0];
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final TypeReference<Map<String, Stated>> STATED = new TypeReference<>() {};

    /** A statement in short: value, time, message, source, whether a server made it. */
    private record Stated(@Nullable Object v, Instant t, String m, String s, boolean y) {}

    byte[] write(Traits traits) {
        if (traits.isEmpty()) {
            return NONE;
        }
        Map<String, Stated> stated = new LinkedHashMap<>();
        traits.statements().forEach((name, trait) -> {
            Stamp stamp = trait.stamp();
            stated.put(name, new Stated(trait.value(), stamp.at(), stamp.messageId(), stamp.source(), trait.trusted()));
        });
        return MAPPER.writeValueAsBytes(stated);
    }

    void readInto(Traits traits, byte @Nullable [] bytes) {
        if (bytes != null && bytes.length > 0) {
            MAPPER.readValue(bytes, STATED).forEach((name, said) -> {
                Stamp stamp = new Stamp(said.t(), said.m(), said.s());
                traits.state(name, new Trait(said.v(), stamp, said.y()), Precedence.LATEST);
            });
        }
    }
}
