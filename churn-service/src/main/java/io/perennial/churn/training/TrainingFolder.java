package io.perennial.churn.training;

import io.perennial.common.job.JobFolders;
import java.nio.file.Path;

/** The files of one training, in a folder of its own. */
record TrainingFolder(Path folder) {

    /** A new one among the machine's temporary files. */
    static TrainingFolder create() {
        return new TrainingFolder(JobFolders.create("churn-training"));
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
        JobFolders.delete(folder);
    }
}
