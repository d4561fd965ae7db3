package io.perennial.common.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed process leaves of its jobs is deleted, and nothing else. */
class JobFoldersTests {

    private static final long OURS = ProcessHandle.current().pid();

    @TempDir
    private Path temporary;

    @Test
    void oneOfAProcessThatIsGoneIsDeletedWithItsFiles() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        assertThat(gone.waitFor()).isZero();
        Path left = folder("perennial-churn-training-" + gone.pid() + "-1");
        JobFolders.deleteAbandoned(temporary);
        assertThat(left).doesNotExist();
    }

    @Test
    void oneOfAnEarlierProcessOfTheSameNumberIsToo() throws IOException {
        Path left = folder("perennial-churn-training-" + OURS + "-1");
        Files.setLastModifiedTime(left, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        JobFolders.deleteAbandoned(temporary);
        assertThat(left).doesNotExist();
    }

    @Test
    void whatIsInUseOrNotOursStays() throws IOException {
        Path inUse = folder("perennial-churn-training-" + OURS + "-1");
        Path another = folder("perennial-of-mine");
        Path linked = folder("elsewhere");
        Path link = Files.createSymbolicLink(temporary.resolve("perennial-churn-training-999999999-1"), linked);
        JobFolders.deleteAbandoned(temporary);
        assertThat(inUse).isNotEmptyDirectory();
        assertThat(another).isNotEmptyDirectory();
        assertThat(linked).isNotEmptyDirectory();
        assertThat(link).exists();
    }

    private Path folder(String name) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve(name));
        Files.writeString(folder.resolve("shoppers"), "of whom much is known");
        return folder;
    }
}
