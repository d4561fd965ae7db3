package io.perennial.deploy.bench.peers;

import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.recommendation.algebra.Kernel;
import io.perennial.recommendation.factor.AlsParameters;
import io.perennial.recommendation.factor.AlsScorer;
import io.perennial.recommendation.factor.AlsTrainer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Implicit ALS, ours and Spark MLlib's: the same file, rank, iterations, ridge and alpha, each with two threads. */
public final class AlsContest {

    private static final int RANK = 64;
    private static final int ITERATIONS = 10;
    private static final double RIDGE = 0.05;
    private static final double ALPHA = 10;
    /** Spark's default. */
    private static final int BLOCKS = 10;
    /** Spark's default for its driver. */
    private static final String SPARK_HEAP = "1g";

    private static final String OUR_HEAP = "160m";
    private static final double HELD_OUT = 0.2;
    private static final long SEED = 2;
    private static final int MOST_ASKED = 10_000;

    private final Progress progress;

    public AlsContest(Progress progress) {
        this.progress = progress;
    }

    public List<Figure> measure() {
        try (var folder = new ContestFolder()) {
            return measure(folder);
        }
    }

    private List<Figure> measure(ContestFolder folder) {
        var split = ContestShop.drawn(progress).split(HELD_OUT, SEED);
        var train = split.train();
        var file = folder.file("als.csv");
        var factors = folder.file("factors");
        train.write(file);
        progress.says(
                "ALS learns from %d interactions, rank %d, %d iterations".formatted(train.cells(), RANK, ITERATIONS));
        var ours = OwnProgram.ours()
                .run(
                        OUR_HEAP,
                        OurAls.class.getName(),
                        file,
                        train.shoppers(),
                        train.items(),
                        RANK,
                        ITERATIONS,
                        RIDGE,
                        ALPHA);
        progress.says("Ours: " + ours);
        var spark = OwnProgram.peers()
                .run(
                        SPARK_HEAP,
                        "io.perennial.deploy.peers.SparkAls",
                        file,
                        factors,
                        RANK,
                        ITERATIONS,
                        RIDGE,
                        ALPHA,
                        BLOCKS);
        progress.says("Spark: " + spark);
        var ranking = new HeldOutRanking(split, MOST_ASKED);
        var ourGains = ranking.gains(ours(train));
        var sparkGains = ranking.gains(SparkFactors.read(factors, train.shoppers(), train.items(), RANK));
        var differences = IntStream.range(0, ourGains.length)
                .mapToDouble(i -> ourGains[i] - sparkGains[i])
                .toArray();
        return List.of(
                new Figure("als_interactions", train.cells()),
                new Figure("als_seconds", ours.seconds()),
                new Figure("als_spark_seconds", spark.seconds()),
                new Figure("als_spark_ratio", spark.seconds() / ours.seconds()),
                new Figure("als_resident_mib", ours.peakMib()),
                new Figure("als_spark_resident_mib", spark.peakMib()),
                new Figure("als_memory_ratio", ours.peakMib() / spark.peakMib()),
                new Figure("als_ndcg100", mean(ourGains)),
                new Figure("als_spark_ndcg100", mean(sparkGains)),
                new Figure("als_ndcg_difference", mean(differences)),
                new Figure("als_ndcg_difference_error", standardError(differences)));
    }

    /** The same training again: it draws the same beginning. */
    private static HeldOutRanking.Scoring ours(Feedback train) {
        var cells = train.matrix();
        var parameters = new AlsParameters(RANK, ITERATIONS, RIDGE, ALPHA, OurAls.STEPS, 1);
        var model = new AlsTrainer(parameters, Kernel.best()).train(cells);
        var scorers = ThreadLocal.withInitial(() -> new AlsScorer(model, Kernel.best()));
        return (shopper, scores) -> scorers.get().score(cells, shopper, scores);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static double standardError(double[] values) {
        var mean = mean(values);
        var squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / values.length / (values.length - 1));
    }
}
