package io.perennial.deploy.bench.churn;

import io.perennial.churn.feature.FeatureSet;
import io.perennial.churn.history.HistoryCodec;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** From the bytes that the service keeps of a shopper to the columns of the model, of a million shoppers, on all cores. */
final class FeatureSpeed {

    private static final int DIFFERENT = 100_000;
    private static final int SHOPPERS = 1_000_000;
    private static final int ROUNDS = 3;

    private final Progress progress;

    FeatureSpeed(Progress progress) {
        this.progress = progress;
    }

    List<Figure> measure() {
        byte[][] stored = IntStream.range(0, DIFFERENT)
                .parallel()
                .mapToObj(number -> HistoryCodec.write(SomeHistories.of(number)))
                .toArray(byte[][]::new);
        double[] seconds = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            double took = seconds(stored);
            if (round >= 0) {
                seconds[round] = took;
            }
        }
        Arrays.sort(seconds);
        progress.says("  features of %,d shoppers, of %.0f bytes each"
                .formatted(
                        SHOPPERS,
                        Arrays.stream(stored)
                                .mapToInt(bytes -> bytes.length)
                                .average()
                                .orElseThrow()));
        return List.of(new Figure("feature_million_seconds", seconds[ROUNDS / 2]));
    }

    private static double seconds(byte[][] stored) {
        long started = System.nanoTime();
        double sum = IntStream.range(0, SHOPPERS)
                .parallel()
                .mapToDouble(shopper -> FeatureSet.BUYERS
                        .extract(HistoryCodec.read(stored[shopper % DIFFERENT]), SomeHistories.NOW)
                        .orElseThrow()
                        .columns()[0])
                .sum();
        if (!(sum > 0)) {
            throw new IllegalStateException("days since the last order are positive");
        }
        return (System.nanoTime() - started) / 1e9;
    }
}
