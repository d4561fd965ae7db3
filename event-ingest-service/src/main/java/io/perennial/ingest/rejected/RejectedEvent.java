package io.perennial.ingest.rejected;

import io.perennial.common.event.EventType;
import io.perennial.ingest.check.Rejection;
import io.perennial.ingest.duplicate.MessageKey;
import io.perennial.ingest.intake.Judgement.Refused;
import io.perennial.ingest.wire.Envelope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event, or a whole body, that was not accepted.
 *
 * @param source a configured one, or the unknown name another producer gave
 * @param pathType the type the path named; null: the message says it, or it is a batch
 * @param truncated whether only the beginning of the body was kept
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RejectedEvent(
        UUID id,
        String source,
        Kind kind,
        @Nullable EventType pathType,
        Envelope envelope,
        byte[] body,
        boolean truncated,
        @Nullable String messageId,
        String code,
        String detail,
        Instant receivedAt) {

    /** Whether the bytes are one message or a whole body. */
    public enum Kind {
        EVENT,
        BODY
    }

    public static RejectedEvent ofMessage(
            String source, @Nullable EventType pathType, Envelope envelope, Refused refused, Instant receivedAt) {
        return new RejectedEvent(
                id(source, refused),
                source,
                Kind.EVENT,
                pathType,
                envelope,
                refused.message(),
                false,
                refused.messageId(),
                refused.rejection().code().slug(),
                refused.rejection().detail(),
                receivedAt);
    }

    public static RejectedEvent ofBody(
            String source,
            @Nullable EventType pathType,
            byte[] body,
            boolean truncated,
            Rejection rejection,
            Instant receivedAt) {
        return new RejectedEvent(
                UUID.randomUUID(),
                source,
                Kind.BODY,
                pathType,
                Envelope.NONE,
                body,
                truncated,
                null,
                rejection.code().slug(),
                rejection.detail(),
                receivedAt);
    }

    /** A client that sends the same message again makes no new row; without a message id nobody knows that it is the same. */
    private static UUID id(String source, Refused refused) {
        return refused.messageId() == null
                ? UUID.randomUUID()
                : MessageKey.of(source, new String(refused.message(), StandardCharsets.ISO_8859_1))
                        .hash();
    }
}
