package io.perennial.churn.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folders of trainings whose process was killed before it could delete them: they hold what is known of shoppers. */
final class AbandonedFolders {

    private static final Logger LOG = LoggerFactory.getLogger(AbandonedFolders.class);
    private static final Pattern NAME = Pattern.compile(TrainingFolder.PREFIX + "(\\d{1,18})-.*");

    private AbandonedFolders() {}

    /** Deletes those in this folder. */
    static void delete(Path temporary) {
        try (Stream<Path> all = Files.list(temporary)) {
            all.filter(AbandonedFolders::isAbandoned).forEach(folder -> new TrainingFolder(folder).delete());
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The files of an abandoned training stay: {}", e.toString());
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
}
