package io.perennial.deploy.peers;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Spark MLlib's implicit ALS on two threads, the data cached before the clock starts. */
public final class SparkAls {

    private static final long SEED = 1;
    private static final int WARM_ITERATIONS = 2;
    private static final int REPEATS = 2;

    private SparkAls() {}

    /**
     * Reads lines {@code shopper,product,strength}; prints the seconds of the faster of two trainings; writes the number of each
     * side's points, and of each its number and factors.
     */
    public static void main(String... words) throws IOException {
        var rank = Integer.parseInt(words[2]);
        var als = new ALS()
                .setImplicitPrefs(true)
                .setUserCol("shopper")
                .setItemCol("product")
                .setRatingCol("strength")
                .setRank(rank)
                .setRegParam(Double.parseDouble(words[4]))
                .setAlpha(Double.parseDouble(words[5]))
                .setNumBlocks(Integer.parseInt(words[6]))
                .setSeed(SEED);
        try (var spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 2)
                .getOrCreate()) {
            var cells = spark.read()
                    .schema("shopper int, product int, strength float")
                    .csv(words[0])
                    .repartition(2)
                    .cache();
            cells.count();
            als.setMaxIter(WARM_ITERATIONS).fit(cells);
            als.setMaxIter(Integer.parseInt(words[3]));
            var start = System.nanoTime();
            var model = als.fit(cells);
            var best = System.nanoTime() - start;
            for (var repeat = 1; repeat < REPEATS; repeat++) {
                start = System.nanoTime();
                model = als.fit(cells);
                best = Math.min(best, System.nanoTime() - start);
            }
            System.out.println("seconds=" + best / 1e9);
            System.out.println("peak_kib=" + Peak.kib());
            write(model, rank, Path.of(words[1]));
        }
    }

    private static void write(ALSModel model, int rank, Path file) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (Dataset<Row> side : List.of(model.userFactors(), model.itemFactors())) {
                var points = side.collectAsList();
                out.writeInt(points.size());
                for (var point : points) {
                    out.writeInt(point.getInt(0));
                    List<Float> factors = point.getList(1);
                    for (var i = 0; i < rank; i++) {
                        out.writeFloat(factors.get(i));
                    }
                }
            }
        }
    }
}
