package io.perennial.churn.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbandonedFoldersTests {

    private static final long OURS = ProcessHandle.current().pid();

    @TempDir
    private Path temporary;

    @Test
    void oneOfAProcessThatIsGoneIsDeletedWithItsFiles() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        assertThat(gone.waitFor()).isZero();
        Path left = folder("churn-training-" + gone.pid() + "-1");
        AbandonedFolders.delete(temporary);
        assertThat(left).doesNotExist();
    }

    @Test
    void oneOfAnEarlierProcessOfTheSameNumberIsToo() throws IOException {
        Path left = folder("churn-training-" + OURS + "-1");
        Files.setLastModifiedTime(left, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        AbandonedFolders.delete(temporary);
        assertThat(left).doesNotExist();
    }

    @Test
    void whatIsInUseOrNotOursStays() throws IOException {
        Path inUse = folder("churn-training-" + OURS + "-1");
        Path another = folder("churn-training-of-mine");
        Path linked = folder("elsewhere");
        Path link = Files.createSymbolicLink(temporary.resolve("churn-training-999999999-1"), linked);
        AbandonedFolders.delete(temporary);
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
