package io.perennial.ingest.wire;

import io.perennial.common.event.Attributes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Cuts a body into its messages without reading them, so that a message that cannot be read costs only itself, and a
 * refused one can be kept as the bytes it was. Thread-safe.
 */
public final class BodyParser {

    /** Wide here, since a body's size is limited already: the narrow limits apply to each message alone. */
    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10_000)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final MessageReader messages;

    public BodyParser(MessageReader messages) {
        this.messages = messages;
    }

    /**
     * A body of {@code /v1/batch} or {@code /v1/import}.
     *
     * @throws MalformedBodyException where it is no JSON object with an array {@code batch}
     */
    public WireBody batch(byte[] body) {
        Draft draft = scan(utf8(body), true);
        if (draft.batch == null) {
            throw new MalformedBodyException(
                    "the body has no array \"batch\"; send {\"batch\":[{\"type\":\"track\",…}, …]}",
                    1,
                    1,
                    draft.writeKey);
        }
        return new WireBody(draft.writeKey, new Envelope(draft.sentAt, draft.context, draft.integrations), draft.batch);
    }

    /**
     * A body that is one message.
     *
     * @throws MalformedBodyException where it is no JSON object
     */
    public WireBody single(byte[] body) {
        byte[] message = utf8(body);
        Draft draft = scan(message, false);
        return new WireBody(draft.writeKey, Envelope.NONE, List.of(message));
    }

    private Draft scan(byte[] body, boolean batch) {
        var draft = new Draft();
        try (JsonParser in = json.createParser(ObjectReadContext.empty(), body)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedBodyException("the body is no JSON object; send {…}", 1, 1, null);
            }
            for (String field = in.nextName(); field != null; field = in.nextName()) {
                in.nextToken();
                readField(in, field, body, batch, draft);
            }
            if (in.currentToken() != JsonToken.END_OBJECT) {
                throw malformed("the body ends early; send it whole", in, draft);
            }
            if (in.nextToken() != null) {
                throw malformed("something follows the JSON object; send one object", in, draft);
            }
            return draft;
        } catch (JacksonException e) {
            throw Places.malformed("the body is no JSON: ", e, draft.writeKey);
        } catch (MalformedBodyException e) {
            throw e.withWriteKey(draft.writeKey);
        }
    }

    private void readField(JsonParser in, String field, byte[] body, boolean batch, Draft draft) {
        if (field.equals("writeKey") && in.currentToken() == JsonToken.VALUE_STRING) {
            draft.writeKey = WriteKeys.blankToNull(in.getString());
        } else if (batch && field.equals("sentAt") && in.currentToken() == JsonToken.VALUE_STRING) {
            draft.sentAt = in.getString();
        } else if (batch && field.equals("context") && in.currentToken() == JsonToken.START_OBJECT) {
            draft.context = messages.read(slice(in, body));
        } else if (batch && field.equals("integrations") && in.currentToken() == JsonToken.START_OBJECT) {
            draft.integrations = messages.read(slice(in, body));
        } else if (batch && field.equals("batch") && in.currentToken() == JsonToken.START_ARRAY) {
            draft.batch = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                draft.batch.add(slice(in, body));
            }
        } else {
            in.skipChildren();
        }
    }

    /** The bytes of the value the parser stands at; leaves it at the value's end. */
    private static byte[] slice(JsonParser in, byte[] body) {
        if (!in.currentToken().isStructStart()) {
            return in.getString().getBytes(StandardCharsets.UTF_8);
        }
        int start = (int) in.currentTokenLocation().getByteOffset();
        in.skipChildren();
        return Arrays.copyOfRange(body, start, (int) in.currentLocation().getByteOffset());
    }

    /** Without a byte order mark. */
    private static byte[] utf8(byte[] body) {
        if (body.length >= 3 && (body[0] & 0xff) == 0xef && (body[1] & 0xff) == 0xbb && (body[2] & 0xff) == 0xbf) {
            return Arrays.copyOfRange(body, 3, body.length);
        }
        boolean wide = body.length >= 2
                && (body[0] == 0 || body[1] == 0 || (body[0] & 0xff) == 0xfe || (body[0] & 0xff) == 0xff);
        if (wide) {
            throw new MalformedBodyException("the body is not UTF-8; send UTF-8", 1, 1, null);
        }
        if (body.length == 0) {
            throw new MalformedBodyException("the body is empty; send a JSON object", 1, 1, null);
        }
        return body;
    }

    private static MalformedBodyException malformed(String what, JsonParser in, Draft draft) {
        var place = in.currentLocation();
        return new MalformedBodyException(what, place.getLineNr(), place.getColumnNr(), draft.writeKey);
    }

    /** What has been found so far. */
    private static final class Draft {
        private @Nullable String writeKey;
        private @Nullable String sentAt;
        private Attributes context = Attributes.EMPTY;
        private Attributes integrations = Attributes.EMPTY;
        private @Nullable List<byte[]> batch;
    }
}
