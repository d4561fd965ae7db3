package io.perennial.deploy.bench.peers;

import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.recommendation.algebra.Kernel;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Points of shoppers and products as Spark left them: products of points are scores. */
final class SparkFactors implements HeldOutRanking.Scoring {

    private final Kernel kernel = Kernel.best();
    private final int stride;
    private final float[] shoppers;
    private final float[] items;

    private SparkFactors(int rank, int shoppers, int items) {
        stride = (rank + Kernel.WIDTH - 1) / Kernel.WIDTH * Kernel.WIDTH;
        this.shoppers = new float[shoppers * stride];
        this.items = new float[items * stride];
    }

    static SparkFactors read(Path file, int shoppers, int items, int rank) {
        var factors = new SparkFactors(rank, shoppers, items);
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (var side : new float[][] {factors.shoppers, factors.items}) {
                for (var left = in.readInt(); left > 0; left--) {
                    var at = in.readInt() * factors.stride;
                    for (var i = 0; i < rank; i++) {
                        side[at + i] = in.readFloat();
                    }
                }
            }
        } catch (IOException e) {
            throw new CannotMeasure("cannot read " + file + ": " + e.getMessage(), e);
        }
        return factors;
    }

    @Override
    public void score(int shopper, float[] scores) {
        for (var item = 0; item < scores.length; item++) {
            scores[item] = kernel.dot(shoppers, shopper * stride, items, item * stride, stride);
        }
    }
}
