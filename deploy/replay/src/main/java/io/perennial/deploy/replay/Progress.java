package io.perennial.deploy.replay;

import io.perennial.deploy.replay.send.Verdicts;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Shows how a replay goes on: a bar that moves on a terminal, a plain line now and then elsewhere. */
final class Progress implements AutoCloseable {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private final Verdicts verdicts;
    private final DoubleSupplier part;
    private final long started = System.nanoTime();
    private final Thread thread;

    /** Shows nothing at all where {@code out} is null. */
    static @Nullable Progress show(
            @Nullable PrintStream out, boolean terminal, Verdicts verdicts, DoubleSupplier part) {
        return out == null ? null : new Progress(out, terminal, verdicts, part);
    }

    private Progress(PrintStream out, boolean terminal, Verdicts verdicts, DoubleSupplier part) {
        this.out = out;
        this.terminal = terminal;
        this.verdicts = verdicts;
        this.part = part;
        this.thread = Thread.ofPlatform().daemon().name("progress").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(terminal ? 200 : 5_000);
                out.print(terminal ? "\r" + text() + "\u001b[K" : text() + System.lineSeparator());
                out.flush();
            }
        } catch (InterruptedException e) {
            if (terminal) {
                out.print("\r\u001b[K");
                out.flush();
            }
        }
    }

    private String text() {
        double done = Math.clamp(part.getAsDouble(), 0, 1);
        double seconds = (System.nanoTime() - started) / 1e9;
        long sent = verdicts.judged();
        String trouble = verdicts.trouble();
        int full = (int) (done * WIDTH);
        String bar = terminal ? "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " : "";
        return String.format(
                Locale.ROOT,
                "%s%3.0f %%  %,d events  %,.0f/s%s",
                bar,
                done * 100,
                sent,
                sent / Math.max(0.001, seconds),
                trouble == null ? left(done, seconds) : "  waiting: " + trouble);
    }

    private static String left(double done, double seconds) {
        return done < 0.01 ? "" : String.format(Locale.ROOT, "  %.0f s left", seconds / done * (1 - done));
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
