package io.perennial.deploy.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/** A part as a process: survives the launcher that started it, and is found again by the next one. */
public final class PartProcess {

    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Part part;
    private final ProcessSlot slot;

    public PartProcess(Part part, Path run, Path logs) {
        this.part = part;
        this.slot = new ProcessSlot(part.name(), run, logs);
    }

    public String name() {
        return part.name();
    }

    public Part part() {
        return part;
    }

    public LogFile log() {
        return slot.log();
    }

    public OptionalLong pid() {
        return slot.pid();
    }

    public boolean isAlive() {
        return slot.isAlive();
    }

    public boolean isReady() {
        return isAlive() && part.ready();
    }

    /** Starts it with this command if it does not run; returns at once. */
    public void start(Command command) {
        if (!isAlive()) {
            slot.start(command);
        }
    }

    /** Waits until it is ready and settled; throws {@link PartFailure} if it ends or takes too long. */
    public void awaitReady() {
        var patience = new Patience(part.startsWithin());
        while (!isReady()) {
            if (!isAlive()) {
                var exit = slot.exitCode();
                throw new PartFailure(
                        name(),
                        "ended before it was ready" + (exit.isPresent() ? " (exit code " + exit.getAsInt() + ")" : ""),
                        log());
            }
            if (patience.isOver()) {
                throw new PartFailure(
                        name(), "was not ready after " + part.startsWithin().toSeconds() + " s", log());
            }
            Patience.sleep(GLANCE);
        }
        part.settle();
    }

    /** Asks it to end, kills it if it does not, and returns once it is gone. */
    public void stop() {
        stop(part.stopsWithin());
    }

    /** The same with more or less patience. */
    public void stop(Duration within) {
        slot.stop(part.stopSignal(), within);
    }

    /** Ends it without asking, as a crash would. */
    public void kill() {
        slot.stop(StopSignal.KILL, part.stopsWithin());
    }
}
