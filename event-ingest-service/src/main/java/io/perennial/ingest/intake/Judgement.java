package io.perennial.ingest.intake;

import io.perennial.common.event.Event;
import io.perennial.ingest.check.Rejection;
import org.jspecify.annotations.Nullable;

/** What became of one message of a batch. */
public sealed interface Judgement {

    /** Its place in the batch, from 0. */
    int index();

    /** Accepted, and encoded as it will be published. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; a copy of every event would be dear
    record Passed(int index, Event event, byte[] encoded) implements Judgement {}

    /** Refused, with the bytes it was. */
    @SuppressWarnings("ArrayRecordComponent") // as above
    record Refused(int index, @Nullable String messageId, Rejection rejection, byte[] message) implements Judgement {}
}
