package io.perennial.deploy.bench.report;

import io.perennial.deploy.local.console.Watcher;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What a benchmark does while one waits: a line for each step, with the time since it began. */
public final class Progress implements Watcher {

    private final PrintStream out;
    private final long started = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void says(String line) {
        var seconds = (System.nanoTime() - started) / 1_000_000_000;
        out.printf(Locale.ROOT, "%3d:%02d  %s%n", seconds / 60, seconds % 60, line);
        out.flush();
    }

    @Override
    public void begins(String part, String doing) {}

    @Override
    public void done(String part, String outcome, Duration took) {
        says("  %-24s %s after %.1f s".formatted(part, outcome, took.toMillis() / 1e3));
    }
}
