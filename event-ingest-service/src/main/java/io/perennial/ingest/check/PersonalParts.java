package io.perennial.ingest.check;

import io.perennial.common.event.Attributes;
import io.perennial.common.event.EventType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event's fields with what names a person taken apart. */
record PersonalParts(
        Attributes properties, Attributes traits, Attributes context, Map<String, @Nullable Object> personal) {

    /**
     * Where several fields name the same, traits win over context.traits, these over properties. An identify's
     * context.traits are its traits: the rudder client sends them there. A group's traits are the company's, so its name
     * stays.
     */
    static PersonalParts separate(
            EventType type, Attributes properties, Attributes traits, Attributes context, PersonalFields fields) {
        Map<String, @Nullable Object> personal = new LinkedHashMap<>();
        Attributes plainTraits = type == EventType.GROUP
                ? fields.moveFromProperties(traits, personal)
                : fields.moveFromTraits(traits, personal);
        Attributes plainContext = context;
        if (context.has("traits")) {
            Attributes nested = fields.moveFromTraits(context.attributes("traits"), personal);
            if (type == EventType.IDENTIFY) {
                Map<String, @Nullable Object> all = new LinkedHashMap<>(nested.asMap());
                all.putAll(plainTraits.asMap());
                plainTraits = Attributes.of(all);
                nested = Attributes.EMPTY;
            }
            plainContext = replaceTraits(context, nested);
        }
        Attributes plainProperties = fields.moveFromProperties(properties, personal);
        plainContext = fields.moveFromContext(plainContext, personal);
        return new PersonalParts(plainProperties, plainTraits, plainContext, personal);
    }

    private static Attributes replaceTraits(Attributes context, Attributes traits) {
        if (!traits.isEmpty()) {
            return context.with("traits", traits.asMap());
        }
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(context.asMap());
        rest.remove("traits");
        return Attributes.of(rest);
    }
}
