package io.perennial.ingest.intake;

import io.perennial.common.event.EventCodec;
import io.perennial.common.event.EventType;
import io.perennial.ingest.check.EventChecks;
import io.perennial.ingest.check.Receipt;
import io.perennial.ingest.check.Rejection;
import io.perennial.ingest.check.RejectionCode;
import io.perennial.ingest.check.Timestamps;
import io.perennial.ingest.check.Verdict;
import io.perennial.ingest.source.Source;
import io.perennial.ingest.wire.Envelope;
import io.perennial.ingest.wire.MalformedBodyException;
import io.perennial.ingest.wire.MessageReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole way of a message from its bytes to a judgement, the same for HTTP, Kafka and replay. Thread-safe. */
public final class Intake {

    private final EventChecks checks;
    private final MessageReader reader;
    private final EventCodec codec = new EventCodec();
    private final int maxRecordBytes;

    /** @param maxRecordBytes the largest record the broker takes */
    public Intake(EventChecks checks, MessageReader reader, int maxRecordBytes) {
        this.checks = checks;
        this.reader = reader;
        this.maxRecordBytes = maxRecordBytes;
    }

    /**
     * Judges the messages of a batch, in their order; one bad message fails only itself.
     *
     * @param pathType the type the path names; null where each message says it
     */
    public List<Judgement> judge(
            List<byte[]> messages, @Nullable EventType pathType, Source source, Envelope envelope, Instant receivedAt) {
        var receipt = new Receipt(
                source.name(),
                source.trust(),
                receivedAt,
                Timestamps.parse(envelope.sentAt()),
                envelope.context(),
                envelope.integrations());
        List<Judgement> judgements = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            byte[] message = messages.get(i);
            judgements.add(
                    i < source.limits().messages()
                            ? judge(i, message, pathType, source, receipt)
                            : refused(
                                    i,
                                    message,
                                    RejectionCode.BATCH_TOO_LONG,
                                    "the batch has " + messages.size() + " messages; source " + source.name()
                                            + " may send " + source.limits().messages() + " in one"));
        }
        return judgements;
    }

    private Judgement judge(int index, byte[] message, @Nullable EventType pathType, Source source, Receipt receipt) {
        if (message.length > source.limits().eventBytes()) {
            return tooLarge(index, message, message.length, source.limits().eventBytes());
        }
        try {
            return switch (checks.check(reader.read(message), pathType, receipt)) {
                case Verdict.Accepted(var event) -> {
                    byte[] encoded = codec.write(event);
                    yield encoded.length > maxRecordBytes
                            ? tooLarge(index, message, encoded.length, maxRecordBytes)
                            : new Judgement.Passed(index, event, encoded);
                }
                case Verdict.Rejected(var messageId, var rejection) ->
                    new Judgement.Refused(index, messageId, rejection, message);
            };
        } catch (MalformedBodyException e) {
            return refused(index, message, RejectionCode.MESSAGE_MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private static Judgement tooLarge(int index, byte[] message, int bytes, int limit) {
        return refused(
                index,
                message,
                RejectionCode.EVENT_TOO_LARGE,
                "the event has " + bytes + " bytes; at most " + limit + " are allowed, send less in properties");
    }

    private static Judgement refused(int index, byte[] message, RejectionCode code, String detail) {
        return new Judgement.Refused(index, null, new Rejection(code, detail), message);
    }
}
