package io.perennial.deploy.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalLong;

/** Remembers one process across launchers, with its start time, so that nobody ever stops a stranger. */
public final class PidFile {

    private final Path file;

    public PidFile(Path file) {
        this.file = file;
    }

    /** Writes the process down; does nothing if it has ended already. */
    public void write(long pid) {
        ProcessIdentity.of(pid).ifPresent(this::write);
    }

    /** The pid of the process written down, if that very process still lives. */
    public OptionalLong alive() {
        return read().filter(ProcessIdentity::isAlive).stream()
                .mapToLong(ProcessIdentity::pid)
                .findFirst();
    }

    /** The pid written down, if its number still belongs to that process or, after its end, to nobody. */
    OptionalLong own() {
        return read().filter(ProcessIdentity::isUnclaimed).stream()
                .mapToLong(ProcessIdentity::pid)
                .findFirst();
    }

    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ProcessIdentity identity) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, identity.pid() + " " + identity.started() + "\n");
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ProcessIdentity> read() {
        try {
            var words = Files.readString(file).strip().split(" ", 2);
            return words.length == 2
                    ? Optional.of(new ProcessIdentity(Long.parseLong(words[0]), words[1]))
                    : Optional.empty();
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }
}
