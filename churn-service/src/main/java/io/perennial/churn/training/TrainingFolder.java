package io.perennial.churn.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of one training, in a folder of its own that is named after the process which trains. */
record TrainingFolder(Path folder) {

    static final String PREFIX = "churn-training-";

    /** A new one among the machine's temporary files, which only this user can read. */
    static TrainingFolder create() {
        try {
            return new TrainingFolder(
                    Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is learnt from and evaluated on. */
    Path shoppers() {
        return folder.resolve("shoppers");
    }

    /** There, and whole, once the training has ended well. */
    Path outcome() {
        return folder.resolve("outcome.json");
    }

    Path unfinishedOutcome() {
        return folder.resolve("outcome.unfinished");
    }

    /** What the child said. */
    Path log() {
        return folder.resolve("log");
    }

    /** Deletes all of it, as far as it is there. */
    void delete() {
        try {
            for (Path file : List.of(shoppers(), outcome(), unfinishedOutcome(), log(), folder)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
