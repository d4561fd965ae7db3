package io.perennial.churn.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.churn.label.Target;
import io.perennial.churn.training.TrainingOutcome.Refused;
import io.perennial.churn.training.TrainingOutcome.Trained;
import io.perennial.common.job.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A training in a JVM of its own. */
class TrainingProgramTests {

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @EnumSource(names = {"TRIBUO", "NEWTON"})
    void itGivesTheSameModelAndReportAsHereToTheBit(Solver solver) {
        TrainingSettings settings = settings(solver);
        Trained here = (Trained) ModelTrainer.run(SimulatedShoppers.shoppers(400, 1), settings);
        Trained there = (Trained) inAChild(settings, numbers(0, 250), numbers(250, 400));
        assertThat(OutcomeFile.Portable.of(there)).isEqualTo(OutcomeFile.Portable.of(here));
        assertThat(there.trainer()).startsWith(solver == Solver.TRIBUO ? "Tribuo" : "Newton");
    }

    @Test
    void aRefusalComesBackWithItsReason() {
        TrainingSettings settings = settings(Solver.AUTO);
        TrainingOutcome there = inAChild(settings, numbers(0, 10));
        assertThat(there).isEqualTo(ModelTrainer.run(SimulatedShoppers.shoppers(10, 1), settings));
        assertThat(((Refused) there).reason()).isEqualTo("not-enough-shoppers");
    }

    @Test
    void settingsAndBackAreTheSame() {
        assertThat(TrainingSettings.of(TrainingSettings.DEFAULTS.words())).isEqualTo(TrainingSettings.DEFAULTS);
    }

    /** What it is to learn from is a pipe that nobody writes into, so that it is in the middle of its work. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itEndsWithItsParentAndLeavesNothing() throws IOException, InterruptedException {
        TrainingFolder folder = new TrainingFolder(Files.createDirectory(temporary.resolve("training")));
        assertThat(new ProcessBuilder("mkfifo", folder.shoppers().toString())
                        .start()
                        .waitFor())
                .isZero();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                TrainingProgram.class.getName()));
        command.addAll(TrainingProgram.words(folder, TrainingSettings.DEFAULTS));
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        child.getOutputStream().close();
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isEqualTo(3);
        assertThat(folder.folder()).doesNotExist();
    }

    @SafeVarargs
    private TrainingOutcome inAChild(TrainingSettings settings, List<Integer>... pages) {
        TrainingFolder folder = new TrainingFolder(temporary);
        try (TrainingDataWriter writer =
                new TrainingDataWriter(folder.shoppers(), Target.CHURN, SimulatedShoppers.split())) {
            for (List<Integer> page : pages) {
                writer.add(SimulatedShoppers.shoppers(page));
            }
        }
        new ChildJvm("256m", Duration.ofMinutes(2))
                .run(TrainingProgram.class, TrainingProgram.words(folder, settings), folder.log());
        assertThat(folder.unfinishedOutcome()).doesNotExist();
        return OutcomeFile.read(folder.outcome());
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private static TrainingSettings settings(Solver solver) {
        return new TrainingSettings(7, solver, 200_000, List.of(10.0, 100.0), false, 200, 40, 50);
    }
}
