package io.perennial.recommendation.learning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of one learning, in a folder of its own. */
public record LearningFolder(Path folder) {

    /** A new one among the machine's temporary files. */
    public static LearningFolder create() {
        try {
            return new LearningFolder(Files.createTempDirectory("recommendation-learning"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is learnt from. */
    public Path interactions() {
        return folder.resolve("interactions");
    }

    /** The blend, whole once there is a report. */
    public Path artefact() {
        return folder.resolve("blend");
    }

    /** There once the learning has ended well. */
    public Path report() {
        return folder.resolve("report.properties");
    }

    Path unfinishedReport() {
        return folder.resolve("report.unfinished");
    }

    /** What the child said. */
    public Path log() {
        return folder.resolve("log");
    }

    /** Deletes all of it, as far as it is there. */
    public void delete() {
        try {
            for (Path file : List.of(interactions(), artefact(), report(), unfinishedReport(), log(), folder)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
