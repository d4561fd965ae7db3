package io.perennial.churn.training;

import io.perennial.common.job.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The program of the JVM that trains: {@code TrainingProgram FOLDER SETTING…}. It reads the shoppers in the folder, puts the
 * outcome beside them once that is whole, and ends when its standard input does: with the service that started it.
 */
final class TrainingProgram {

    private TrainingProgram() {}

    static void main(String... words) throws IOException {
        TrainingFolder folder = new TrainingFolder(Path.of(words[0]));
        ChildJvm.endWithParent(folder::delete);
        TrainingSettings settings = TrainingSettings.of(List.of(words).subList(1, words.length));
        TrainingOutcome outcome = ModelTrainer.run(TrainingDataReader.read(folder.shoppers()), settings);
        OutcomeFile.write(outcome, folder.unfinishedOutcome());
        Files.move(folder.unfinishedOutcome(), folder.outcome(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The words it is called with. */
    static List<String> words(TrainingFolder folder, TrainingSettings settings) {
        List<String> words = new ArrayList<>(List.of(folder.folder().toString()));
        words.addAll(settings.words());
        return words;
    }
}
