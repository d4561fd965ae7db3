package io.perennial.deploy.local.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Progress for a person: a line for each part that is done, and one that moves while others are awaited. */
public final class Terminal implements Watcher, AutoCloseable {

    private static final Duration MOVING = Duration.ofMillis(250);
    private static final Duration PLAIN = Duration.ofSeconds(10);
    private static final String CLEAR = "\r\u001B[K";
    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final boolean moves;
    private final Map<String, Activity> open = new LinkedHashMap<>();
    private final Thread ticker;
    private volatile boolean closed;

    /** On standard output; {@code moves} says whether that is a terminal, on which a line can be written again. */
    public static Terminal standard(boolean moves) {
        return new Terminal(System.out, moves);
    }

    Terminal(PrintStream out, boolean moves) {
        this.out = out;
        this.moves = moves;
        this.ticker = Thread.ofVirtual().start(this::tick);
    }

    @Override
    public synchronized void begins(String part, String doing) {
        open.put(part, new Activity(doing, System.nanoTime()));
    }

    @Override
    public synchronized void done(String part, String outcome, Duration took) {
        open.remove(part);
        line("  %-24s %s after %s".formatted(part, outcome, seconds(took)));
    }

    @Override
    public synchronized void says(String line) {
        line(line);
    }

    @Override
    public void close() {
        closed = true;
        ticker.interrupt();
        synchronized (this) {
            open.clear();
            clear();
        }
    }

    public static String seconds(Duration span) {
        return String.format(Locale.ROOT, "%.1f s", span.toNanos() / NANOS);
    }

    private void tick() {
        while (!closed) {
            try {
                Thread.sleep(moves ? MOVING : PLAIN);
            } catch (InterruptedException ended) {
                return;
            }
            showOpen();
        }
    }

    private synchronized void showOpen() {
        if (open.isEmpty() || closed) {
            return;
        }
        var waiting = open.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().shown())
                .collect(Collectors.joining(", "));
        if (moves) {
            out.print(CLEAR + "  … " + waiting);
            out.flush();
        } else {
            out.println("  … " + waiting);
        }
    }

    private void line(String line) {
        clear();
        out.println(line);
    }

    private void clear() {
        if (moves) {
            out.print(CLEAR);
            out.flush();
        }
    }

    private record Activity(String doing, long since) {
        String shown() {
            return doing + " " + Duration.ofNanos(System.nanoTime() - since).toSeconds() + " s";
        }
    }
}
