package io.perennial.recommendation.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.recommendation.neighbours.ItemToItemParameters;
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

class LearnersTests {

    @TempDir
    private Path folder;

    /** What it is to learn from is a pipe that nobody writes into, so that it is in the middle of its work. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theBlendsEndsWithItsParentAndLeavesNothing() throws IOException, InterruptedException {
        LearningFolder own = new LearningFolder(Files.createDirectory(folder.resolve("learning")));
        List<String> words = new ArrayList<>(List.of(own.folder().toString(), ""));
        words.addAll(
                new BlendSettings(Duration.ofDays(14), 10, 10, 10, 1, 1, new ItemToItemParameters(10, 2, 10)).words());
        endsWithItsParent(BlendLearner.class, words, own.shoppers());
        assertThat(own.folder()).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theModelsEndsWithItsParentAndLeavesNothing() throws IOException, InterruptedException {
        LearningFolder own = new LearningFolder(Files.createDirectory(folder.resolve("learning")));
        endsWithItsParent(ModelsLearner.class, List.of(own.folder().toString()), own.settings());
        assertThat(own.folder()).doesNotExist();
    }

    private static void endsWithItsParent(Class<?> program, List<String> words, Path pipe)
            throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(words);
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        child.getOutputStream().close();
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isEqualTo(3);
    }
}
