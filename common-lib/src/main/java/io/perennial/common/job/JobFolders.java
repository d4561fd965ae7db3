package io.perennial.common.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders among the machine's temporary files, each of one job and named after the process it belongs to. They hold what is known of
 * shoppers, so those of a process that was killed before it could delete them are deleted by the next one to start.
 */
public final class JobFolders {

    private static final Logger LOG = LoggerFactory.getLogger(JobFolders.class);
    private static final String PREFIX = "perennial-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "[a-z-]+-(\\d{1,18})-.*");

    private JobFolders() {}

    /** A new one, which only this user can read. */
    public static Path create(String job) {
        try {
            return Files.createTempDirectory(
                    PREFIX + job + "-" + ProcessHandle.current().pid() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes one with the files in it, as far as it is there. */
    public static void delete(Path folder) {
        try {
            if (Files.isDirectory(folder)) {
                for (Path file : files(folder)) {
                    Files.deleteIfExists(file);
                }
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes those whose process is gone. */
    static void deleteAbandoned() {
        deleteAbandoned(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static void deleteAbandoned(Path temporary) {
        try {
            files(temporary).stream().filter(JobFolders::isAbandoned).forEach(JobFolders::delete);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The files of an abandoned job stay: {}", e.toString());
        }
    }

    /** Its process is gone; or has begun since, as in a container, where each new one has the number of the last. */
    private static boolean isAbandoned(Path folder) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        if (!name.matches() || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || !Files.isWritable(folder)) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(name.group(1)));
        return process.isEmpty()
                || process.get()
                        .info()
                        .startInstant()
                        .filter(start -> start.isAfter(lastChange(folder)))
                        .isPresent();
    }

    private static Instant lastChange(Path folder) {
        try {
            return Files.getLastModifiedTime(folder).toInstant();
        } catch (IOException gone) {
            return Instant.MAX;
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
