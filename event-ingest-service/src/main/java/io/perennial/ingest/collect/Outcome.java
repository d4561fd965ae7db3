package io.perennial.ingest.collect;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.perennial.ingest.intake.Judgement.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a batch (DESIGN.md §4): content for every client, verdicts for whoever reads on.
 *
 * @param duplicates messages that were taken before, and repetitions within the batch
 */
record Outcome(boolean success, int accepted, int duplicates, List<Item> rejected) {

    /** One message that was not accepted; {@code index} is its place in the batch, from 0. */
    record Item(int index, @JsonInclude @Nullable String messageId, String code, String detail) {

        static Item of(Refused refused) {
            return new Item(
                    refused.index(),
                    refused.messageId(),
                    refused.rejection().code().slug(),
                    refused.rejection().detail());
        }
    }
}
