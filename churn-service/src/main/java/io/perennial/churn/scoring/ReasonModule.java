package io.perennial.churn.scoring;

import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Reasons in JSON as Jackson would write them, without asking each of twenty for its fields by reflection. */
@Component
final class ReasonModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    ReasonModule() {
        super("churn-reason");
        addSerializer(new ReasonSerializer());
    }

    private static final class ReasonSerializer extends StdSerializer<Reason> {

        ReasonSerializer() {
            super(Reason.class);
        }

        @Override
        public void serialize(Reason reason, JsonGenerator json, SerializationContext context) {
            json.writeStartObject(reason);
            json.writeStringProperty("feature", reason.feature());
            Double value = reason.value();
            if (value == null) {
                json.writeNullProperty("value");
            } else {
                json.writeNumberProperty("value", value.doubleValue());
            }
            json.writeNumberProperty("contribution", reason.contribution());
            json.writeStringProperty("text", reason.text());
            json.writeEndObject();
        }
    }
}
