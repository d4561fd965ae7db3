package io.perennial.deploy.replay;

import io.perennial.deploy.replay.send.Verdicts;
import io.perennial.deploy.replay.table.DirtyLines;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a replay did.
 *
 * @param events messages made of the source, by event name ({@code identify} for those)
 * @param first the earliest time sent, {@code last} the latest; null where nothing was
 * @param shift what was added to the source's times
 * @param sent messages ingest gave a verdict on
 * @param duplicates of the sent ones, those ingest knew already; after a retry they may be our own
 * @param rejected of the sent ones, those ingest kept aside; {@code rejections} names up to 10,000 of them
 * @param undelivered messages ingest gave no verdict on
 * @param retries requests that had to be sent again
 * @param dirty skipped lines by reason; {@code dirtyFile} lists them all
 * @param failure why the replay ended early; null where it did not
 */
public record ReplaySummary(
        SourceKind source,
        Map<String, Long> events,
        @Nullable Instant first,
        @Nullable Instant last,
        Duration shift,
        long sent,
        long accepted,
        long duplicates,
        long rejected,
        List<Verdicts.Rejected> rejections,
        long undelivered,
        long retries,
        long bytes,
        Duration elapsed,
        List<DirtyLines.Reason> dirty,
        Path dirtyFile,
        @Nullable String failure) {

    /** Messages with a verdict in a second. */
    public double eventsPerSecond() {
        return sent / Math.max(1e-3, elapsed.toNanos() / 1e9);
    }

    /** Skipped lines. */
    public long dirtyLines() {
        return dirty.stream().mapToLong(DirtyLines.Reason::count).sum();
    }

    /** True if ingest has given its verdict on everything. */
    public boolean delivered() {
        return failure == null && undelivered == 0;
    }
}
