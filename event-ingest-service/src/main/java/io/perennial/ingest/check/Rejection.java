package io.perennial.ingest.check;

/**
 * A refusal: the code for programs, and for people a sentence that names the field and the fix. Since it may quote what was
 * sent, characters that neither a database nor UTF-8 can hold are replaced.
 */
public record Rejection(RejectionCode code, String detail) {

    public Rejection {
        detail = Texts.storable(detail);
    }
}
