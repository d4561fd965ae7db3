package io.perennial.deploy.replay;

import io.perennial.deploy.replay.send.Verdicts;
import io.perennial.deploy.replay.table.DirtyLines;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells a person what a replay did. */
final class Report {

    private static final int SHOWN = 50;

    private Report() {}

    static void print(ReplaySummary summary, PrintStream out) {
        for (DirtyLines.Reason reason : summary.dirty()) {
            String lines = reason.firstLines().stream().map(String::valueOf).collect(Collectors.joining(", "));
            out.printf(
                    Locale.ROOT,
                    "skipped  %,d lines: %s (line %s%s)%n",
                    reason.count(),
                    reason.reason(),
                    lines,
                    reason.count() > reason.firstLines().size() ? ", …" : "");
        }
        if (!summary.dirty().isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "skipped  %,d lines in all, every one named in %s%n",
                    summary.dirtyLines(),
                    summary.dirtyFile());
        }
        summary.rejections().stream().limit(SHOWN).forEach(one -> rejected(one, out));
        if (summary.rejections().size() > SHOWN) {
            out.printf(Locale.ROOT, "rejected … and %,d more%n", summary.rejected() - SHOWN);
        }
        out.printf(
                Locale.ROOT,
                "events   %s%n",
                summary.events().entrySet().stream()
                        .map(entry -> String.format(Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(" · ")));
        if (summary.first() != null && summary.last() != null) {
            out.printf(Locale.ROOT, "time     %s … %s%s%n", summary.first(), summary.last(), shift(summary));
        }
        out.printf(
                Locale.ROOT,
                "sent %,d · accepted %,d · rejected %,d · duplicates %,d%s · %.1f s · %,.0f events/s%n",
                summary.sent(),
                summary.accepted(),
                summary.rejected(),
                summary.duplicates(),
                summary.retries() > 0 ? String.format(Locale.ROOT, " · retries %,d", summary.retries()) : "",
                summary.elapsed().toMillis() / 1e3,
                summary.eventsPerSecond());
        if (summary.undelivered() > 0) {
            out.printf(Locale.ROOT, "NOT DELIVERED: %,d%n", summary.undelivered());
        }
        if (summary.failure() != null) {
            out.printf(Locale.ROOT, "FAILED: %s%n", summary.failure());
        }
    }

    private static void rejected(Verdicts.Rejected one, PrintStream out) {
        out.printf(Locale.ROOT, "rejected %s %s: %s%n", one.messageId(), one.code(), one.detail());
    }

    private static String shift(ReplaySummary summary) {
        return summary.shift().equals(Duration.ZERO)
                ? ""
                : " (shifted by " + summary.shift() + "; again with --end " + summary.last() + ")";
    }
}
