package io.perennial.deploy.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** {@code deploy/spark/run}: exported interactions in, the artefact of an item-to-item model out. */
public final class ItemToItemJob {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private ItemToItemJob() {}

    /** Exits with 0 if the artefact is written, 1 if it could not be made, 2 if the arguments make no sense. */
    public static void main(String... words) {
        try {
            run(JobSettings.parse(List.of(words)));
        } catch (IllegalArgumentException e) {
            System.err.println("spark: " + e.getMessage() + "\n" + JobSettings.USAGE);
            System.exit(MISUSED);
        } catch (IOException e) {
            System.err.println("spark: cannot write the artefact: " + e.getMessage());
            System.exit(FAILED);
        }
    }

    private static void run(JobSettings settings) throws IOException {
        var start = System.nanoTime();
        // The master is that of spark-submit, and all cores of this machine without it.
        var configuration =
                new SparkConf().setAppName("perennial item-to-item").setIfMissing("spark.master", "local[*]");
        try (var spark = new JavaSparkContext(configuration)) {
            var model = new ItemToItemTraining(spark, settings).train(spark.textFile(settings.input()));
            var artefact = new Artefact(model);
            artefact.write(Path.of(settings.output()));
            System.out.printf(
                    "%d products, %d neighbours, %d bytes, SHA-256 %s, after %.1f s%n",
                    model.products(),
                    model.pairs(),
                    artefact.length(),
                    artefact.checksum(),
                    (System.nanoTime() - start) / 1e9);
        }
    }
}
