package io.perennial.deploy.replay.send;

import java.time.Duration;

/** What became of one attempt to deliver a batch. */
sealed interface Delivery {

    /** Ingest has it and said what it thinks of each message. */
    record Answered(Answer answer) implements Delivery {}

    /** Not now, but later perhaps; {@code asked} is what ingest asked for, or zero. */
    record Later(String why, Duration asked) implements Delivery {}

    /** The request as such is not acceptable (too large, malformed): smaller ones may be. */
    record Refused(int status, String why) implements Delivery {}

    /** It makes no sense to go on: a wrong key, a wrong address. */
    record Hopeless(String why) implements Delivery {}
}
