package io.perennial.deploy.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The place of one process in a data folder, by name: its pid file and its log, whoever started it. */
public final class ProcessSlot {

    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final Duration CODE_WAIT = Duration.ofSeconds(1);

    private final String name;
    private final LogFile log;
    private final PidFile pidFile;
    private @Nullable Process started;

    /** Keeps the pid in {@code run} and the log in {@code logs}, both folders of the data folder. */
    public ProcessSlot(String name, Path run, Path logs) {
        this.name = name;
        this.log = new LogFile(logs.resolve(name + ".log"));
        this.pidFile = new PidFile(run.resolve(name + ".pid"));
    }

    public String name() {
        return name;
    }

    public LogFile log() {
        return log;
    }

    public OptionalLong pid() {
        return pidFile.alive();
    }

    public boolean isAlive() {
        return pid().isPresent();
    }

    void start(Command command) {
        started = Launches.start(command, log, pidFile);
    }

    /** How the process we started ended; empty if it runs, or somebody else started it. */
    OptionalInt exitCode() {
        try { // it is gone from the system a moment before the JVM knows how it ended
            return started != null && started.waitFor(CODE_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                    ? OptionalInt.of(started.exitValue())
                    : OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    /** Asks it to end, kills it if it does not, and returns once it and what it started are gone. */
    public void stop(StopSignal signal, Duration within) {
        var own = pidFile.own();
        var children = own.isPresent() ? Session.others(own.getAsLong()) : List.<Long>of();
        pid().ifPresent(pid -> {
            Signals.send(pid, signal);
            if (!gone(within)) {
                Signals.send(pid, StopSignal.KILL);
                gone(within);
            }
        });
        if (!children.isEmpty()) {
            Session.others(own.getAsLong()).stream()
                    .filter(children::contains)
                    .forEach(child -> Signals.send(child, StopSignal.KILL));
        }
        pidFile.delete();
    }

    private boolean gone(Duration within) {
        var patience = new Patience(within);
        while (isAlive() && !patience.isOver()) {
            Patience.sleep(GLANCE);
        }
        return !isAlive();
    }
}
