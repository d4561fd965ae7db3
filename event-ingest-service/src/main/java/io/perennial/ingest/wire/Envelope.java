package io.perennial.ingest.wire;

import io.perennial.common.event.Attributes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a batch says for all of its messages. */
public record Envelope(@Nullable String sentAt, Attributes context, Attributes integrations) {

    public static final Envelope NONE = new Envelope(null, Attributes.EMPTY, Attributes.EMPTY);

    /** The envelope that {@link #asMap} gave. */
    public static Envelope of(Attributes values) {
        return new Envelope(values.text("sentAt"), values.attributes("context"), values.attributes("integrations"));
    }

    /** Only what was said; empty where nothing was. */
    public Map<String, Object> asMap() {
        Map<String, Object> values = new LinkedHashMap<>();
        if (sentAt != null) {
            values.put("sentAt", sentAt);
        }
        if (!context.isEmpty()) {
            values.put("context", context.asMap());
        }
        if (!integrations.isEmpty()) {
            values.put("integrations", integrations.asMap());
        }
        return values;
    }
}
