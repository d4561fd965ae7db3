package io.perennial.recommendation.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LearnerTests {

    @TempDir
    private Path folder;

    /** What it is to learn from is a pipe that nobody writes into, so that it is in the middle of its work. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itEndsWithItsParentAndLeavesNothing() throws IOException, InterruptedException {
        Path own = Files.createDirectory(folder.resolve("learning"));
        Path pipe = new LearningFolder(own).interactions();
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Learner.class.getName(),
                own.toString(),
                ""));
        command.addAll(new LearningSettings(Duration.ofDays(14), 10, 10, 10, 1, 1).words());
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        child.getOutputStream().close();
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isEqualTo(3);
        assertThat(own).doesNotExist();
    }
}
