package io.perennial.deploy.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTests {

    @TempDir
    Path folder;

    @Test
    void theLogsOfThreeEarlierStartsAreKept() throws IOException {
        var log = new LogFile(folder.resolve("kafka.log"));
        for (int start = 1; start <= 6; start++) {
            log.rotate();
            Files.writeString(log.path(), "start " + start);
        }
        assertThat(log.path()).hasContent("start 6");
        assertThat(folder.resolve("kafka.1.log")).hasContent("start 5");
        assertThat(folder.resolve("kafka.3.log")).hasContent("start 3");
        assertThat(folder.resolve("kafka.4.log")).doesNotExist();
    }

    @Test
    void theTailOfALongLogIsReadFromItsEnd() throws IOException {
        var log = new LogFile(folder.resolve("long.log"));
        Files.writeString(log.path(), "a line that is not asked for\n".repeat(10_000) + "last but one\nlast\n");
        assertThat(log.tail(2)).containsExactly("last but one", "last");
    }

    @Test
    void causesAreShownWithoutTheirStackFrames() throws IOException {
        var log = new LogFile(folder.resolve("failed.log"));
        Files.writeString(log.path(), """
                Failed: it
                \tat org.Some.thing(Some.java:1) ~[some.jar]
                Caused by: that
                \t... 22 more
                """);
        assertThat(log.tail(9)).containsExactly("Failed: it", "Caused by: that");
    }

    @Test
    void aLogThatIsNotThereHasNoLines() {
        assertThat(new LogFile(folder.resolve("none.log")).tail(5)).isEmpty();
    }
}
