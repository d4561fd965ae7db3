package io.perennial.deploy.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** A process that cannot be mistaken for a later one with the same pid: its number and when it started. */
record ProcessIdentity(long pid, String started) {

    private static final Path PROC = Path.of("/proc");
    private static final Set<String> ENDED = Set.of("Z", "X");

    /** The living process with this pid; a zombie, which only waits for its parent, is not living. */
    static Optional<ProcessIdentity> of(long pid) {
        return Files.isDirectory(PROC.resolve("self")) ? fromProc(pid) : fromHandle(pid);
    }

    boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }

    /** Whether no other process of today has this number: what bears it as its session is then a child of this one. */
    boolean isUnclaimed() {
        var now = of(pid);
        return now.isPresent() ? now.get().equals(this) : started.startsWith(boot());
    }

    private static String boot() {
        try {
            return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
        } catch (IOException notLinux) {
            return "";
        }
    }

    private static Optional<ProcessIdentity> fromProc(long pid) {
        return ProcStat.of(PROC.resolve(Long.toString(pid)))
                .filter(stat -> !ENDED.contains(stat.fields().get(ProcStat.STATE)))
                .map(stat ->
                        new ProcessIdentity(pid, boot() + "/" + stat.fields().get(ProcStat.START_TIME)));
    }

    private static Optional<ProcessIdentity> fromHandle(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().startInstant())
                .map(start -> new ProcessIdentity(pid, start.toString()));
    }
}
