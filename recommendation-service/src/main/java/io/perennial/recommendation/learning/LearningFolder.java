package io.perennial.recommendation.learning;

import io.perennial.common.job.JobFolders;
import java.nio.file.Path;

/** The files of one learning, in a folder of its own. */
public record LearningFolder(Path folder) {

    /** A new one among the machine's temporary files. */
    public static LearningFolder create() {
        return new LearningFolder(JobFolders.create("recommendation-learning"));
    }

    /** Who is learnt from. */
    public Path shoppers() {
        return folder.resolve("shoppers");
    }

    /** Their orders. */
    public Path purchases() {
        return folder.resolve("purchases");
    }

    /** What models are to be learnt with. */
    public Path settings() {
        return folder.resolve("settings.json");
    }

    /** Whole once there is a report, as are the other artefacts. */
    public Path blend() {
        return folder.resolve("blend");
    }

    public Path itemToItem() {
        return folder.resolve("item-to-item");
    }

    public Path popularity() {
        return folder.resolve("popularity");
    }

    public Path basket() {
        return folder.resolve("basket");
    }

    public Path repurchase() {
        return folder.resolve("repurchase");
    }

    /** There once the learning has ended well. */
    public Path report() {
        return folder.resolve("report");
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
        JobFolders.delete(folder);
    }
}
