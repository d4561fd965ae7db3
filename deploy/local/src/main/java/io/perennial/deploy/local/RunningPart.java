package io.perennial.deploy.local;

import io.perennial.deploy.local.jvm.AotCache;
import io.perennial.deploy.local.jvm.JavaPart;
import io.perennial.deploy.local.process.Command;
import io.perennial.deploy.local.process.LogFile;
import io.perennial.deploy.local.process.PartProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** One part of a suite: to be looked at, killed and started again. */
public final class RunningPart {

    private final PartProcess process;
    private final Optional<AotCache> aot;

    RunningPart(PartProcess process, Path cache, boolean useAot) {
        this.process = process;
        this.aot = useAot && process.part() instanceof JavaPart java
                ? Optional.of(new AotCache(cache, java))
                : Optional.empty();
    }

    public String name() {
        return process.name();
    }

    public LogFile log() {
        return process.log();
    }

    public OptionalLong pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public boolean isReady() {
        return process.isReady();
    }

    /** Ends it without asking (SIGKILL), as a crash would. */
    public void kill() {
        process.kill();
    }

    /** Asks it to end, and returns once it is gone. */
    public void stop() {
        process.stop();
    }

    /** Starts it if it does not run; returns at once. */
    public void start() {
        process.start(command());
    }

    public void awaitReady() {
        process.awaitReady();
    }

    /** Stops it if it runs, starts it, and returns when it is ready. */
    public void restart() {
        stop();
        start();
        awaitReady();
    }

    /** Its process and those it started, e.g. PostgreSQL's one for each connection; empty if it has ended. */
    public List<ProcessHandle> processes() {
        return pid().stream()
                .mapToObj(ProcessHandle::of)
                .flatMap(Optional::stream)
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .toList();
    }

    PartProcess process() {
        return process;
    }

    /** What to record before it starts for real; empty if it was recorded, or cannot be. */
    Optional<AotCache> unrecorded() {
        return aot.filter(cache -> !cache.isRecorded());
    }

    private Command command() {
        return aot.map(AotCache::command).orElseGet(process.part()::command);
    }
}
