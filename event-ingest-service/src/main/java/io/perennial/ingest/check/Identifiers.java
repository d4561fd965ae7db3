package io.perennial.ingest.check;

import io.perennial.common.event.Attributes;
import io.perennial.common.event.EventType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a message is about. A placeholder beside a good identifier is dropped and the event kept; where nothing good
 * remains the event is refused.
 */
record Identifiers(
        @Nullable String userId,
        @Nullable String anonymousId,
        @Nullable String previousId,
        @Nullable String groupId) {

    static Identifiers read(Attributes message, EventType type, IdentifierPolicy policy, Findings findings) {
        var reader = new Reader(message, policy, new ArrayList<>());
        var identifiers = new Identifiers(
                reader.read("userId"), reader.read("anonymousId"), reader.read("previousId"), reader.read("groupId"));
        identifiers.require(type, reader, findings);
        return identifiers;
    }

    private void require(EventType type, Reader reader, Findings findings) {
        if (userId == null && anonymousId == null) {
            reader.refuse(
                    findings,
                    RejectionCode.IDENTIFIER_MISSING,
                    "userId and anonymousId are missing; send at least one of them",
                    "userId",
                    "anonymousId");
        }
        if (type == EventType.ALIAS) {
            if (userId == null) {
                reader.refuse(
                        findings,
                        RejectionCode.IDENTIFIER_MISSING,
                        "userId is missing; an alias names the user the previousId belongs to",
                        "userId");
            }
            if (previousId == null) {
                reader.refuse(
                        findings,
                        RejectionCode.PREVIOUS_ID_MISSING,
                        "previousId is missing; an alias names the id the shopper had before",
                        "previousId");
            }
        }
        if (type == EventType.GROUP && groupId == null) {
            reader.refuse(
                    findings,
                    RejectionCode.GROUP_ID_MISSING,
                    "groupId is missing; a group call names the group",
                    "groupId");
        }
    }

    /** Reads identifiers and remembers which fields held something that may not be one. */
    private record Reader(Attributes message, IdentifierPolicy policy, List<String> refusedFields) {

        @Nullable String read(String field) {
            Object value = message.asMap().get(field);
            String admitted = policy.admit(value);
            if (admitted == null && value != null) {
                refusedFields.add(field);
            }
            return admitted;
        }

        void refuse(Findings findings, RejectionCode missing, String detail, String... fields) {
            for (String field : fields) {
                if (refusedFields.contains(field)) {
                    findings.refuse(
                            RejectionCode.IDENTIFIER_REFUSED,
                            field + " " + Findings.quote(message.asMap().get(field))
                                    + " names nobody; send the shopper's own id as a string, or leave the field out");
                    return;
                }
            }
            findings.refuse(missing, detail);
        }
    }
}
