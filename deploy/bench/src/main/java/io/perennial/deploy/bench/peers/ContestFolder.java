package io.perennial.deploy.bench.peers;

import io.perennial.deploy.bench.report.CannotMeasure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** What contestants hand each other; it goes away with the contest. */
final class ContestFolder implements AutoCloseable {

    private final Path folder;

    ContestFolder() {
        try {
            folder = Files.createTempDirectory("perennial-contest");
        } catch (IOException e) {
            throw new CannotMeasure("no folder for the contestants: " + e.getMessage(), e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new CannotMeasure("cannot remove " + folder + ": " + e.getMessage(), e);
        }
    }
}
