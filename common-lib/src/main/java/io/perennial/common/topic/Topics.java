package io.perennial.common.topic;

import java.util.List;

/** The names of the topics (DESIGN.md §2): public API. */
public final class Topics {

    public static final String OFFERED = "ingest.event.offered.v1";
    public static final String ACCEPTED = "ingest.event.accepted.v1";
    public static final String IDENTITY = "profile.identity.state.v1";
    public static final String PROFILE = "profile.profile.state.v1";
    public static final String SEGMENT_CHANGED = "profile.segment.changed.v1";
    public static final String ERASURE_REQUESTED = "profile.erasure.requested.v1";
    public static final String CHURN_SCORE = "churn.score.state.v1";
    public static final String CAMPAIGN_DECISION = "campaign.decision.made.v1";

    /** Every topic but the erasure answers and the dead letters. */
    public static final List<String> ALL = List.of(
            OFFERED, ACCEPTED, IDENTITY, PROFILE, SEGMENT_CHANGED, ERASURE_REQUESTED, CHURN_SCORE, CAMPAIGN_DECISION);

    private Topics() {}

    /** Where a service says what it has erased. */
    public static String erasureDone(String service) {
        return service + ".erasure.done.v1";
    }

    /** Where records of the topic go that a consumer could not handle. */
    public static String deadLetter(String topic) {
        return topic + ".dlt";
    }

    /** Whether the topic holds state (compacted) rather than happenings. */
    public static boolean compacted(String topic) {
        return topic.contains(".state.");
    }
}
