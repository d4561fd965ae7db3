package io.perennial.deploy.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where the suite under test keeps its data and its logs: below {@code target}, so that a failure can be looked into. */
final class DataFolder {

    private static final Path FOLDER = Path.of("target/suite");

    private DataFolder() {}

    /** What an earlier run left is gone. */
    static Path fresh() throws IOException {
        if (Files.exists(FOLDER)) {
            try (var files = Files.walk(FOLDER)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(FOLDER);
    }

    static Path file(String name) {
        return FOLDER.resolve(name);
    }
}
