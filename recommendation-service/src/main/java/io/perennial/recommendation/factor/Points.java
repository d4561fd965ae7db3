package io.perennial.recommendation.factor;

import io.perennial.recommendation.algebra.Kernel;
import io.perennial.recommendation.algebra.SymmetricEigen;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Points of one space, row by row, each padded with zeros to whole vectors. */
final class Points {

    private static final int BLOCKS = 64;
    private static final double SPREAD = 0.1;

    final float[] coordinates;
    /** From one point to the next. */
    final int stride;

    private final int factors;
    private final Kernel kernel;

    private Points(float[] coordinates, int factors, int stride, Kernel kernel) {
        this.coordinates = coordinates;
        this.factors = factors;
        this.stride = stride;
        this.kernel = kernel;
    }

    /** All at the origin. */
    static Points zero(int count, int factors, Kernel kernel) {
        int stride = (factors + Kernel.WIDTH - 1) / Kernel.WIDTH * Kernel.WIDTH;
        return new Points(new float[Math.multiplyExact(count, stride)], factors, stride, kernel);
    }

    /** Normally distributed about the origin. */
    static Points drawn(int count, int factors, long seed, Kernel kernel) {
        Points points = zero(count, factors, kernel);
        Random random = new Random(seed);
        for (int point = 0; point < count; point++) {
            for (int i = 0; i < factors; i++) {
                points.coordinates[point * points.stride + i] = (float) (SPREAD * random.nextGaussian());
            }
        }
        return points;
    }

    Points copy() {
        return new Points(coordinates.clone(), factors, stride, kernel);
    }

    int count() {
        return coordinates.length / stride;
    }

    int factors() {
        return factors;
    }

    /** The principal axes of these points; the sum of squares along each is its value. */
    SymmetricEigen axes() {
        double[][] gram = new double[factors][factors];
        // Blocks of fixed bounds, summed in their order: the same on any number of cores.
        for (float[] sums : blocks().mapToObj(this::gram).toList()) {
            for (int i = 0; i < factors; i++) {
                for (int j = 0; j < factors; j++) {
                    gram[i][j] += sums[i * stride + j];
                }
            }
        }
        return SymmetricEigen.of(gram);
    }

    private float[] gram(int block) {
        float[] sums = new float[factors * stride];
        for (int point = from(block); point < from(block + 1); point++) {
            int at = point * stride;
            for (int i = 0; i < factors; i++) {
                kernel.addScaled(coordinates[at + i], coordinates, at, sums, i * stride, stride);
            }
        }
        return sums;
    }

    /** Turns the space, so that its axes become these; distances and products stay. */
    void turn(SymmetricEigen axes) {
        float[] columns = new float[factors * stride];
        for (int axis = 0; axis < factors; axis++) {
            for (int i = 0; i < factors; i++) {
                columns[i * stride + axis] = (float) axes.vector(axis)[i];
            }
        }
        blocks().forEach(block -> {
            float[] turned = new float[stride];
            for (int point = from(block); point < from(block + 1); point++) {
                int at = point * stride;
                Arrays.fill(turned, 0);
                for (int i = 0; i < factors; i++) {
                    kernel.addScaled(coordinates[at + i], columns, i * stride, turned, 0, stride);
                }
                System.arraycopy(turned, 0, coordinates, at, stride);
            }
        });
    }

    /** The axes' values, padded as the points are. */
    float[] spectrum(SymmetricEigen axes) {
        float[] spectrum = new float[stride];
        for (int axis = 0; axis < factors; axis++) {
            spectrum[axis] = (float) Math.max(0, axes.value(axis));
        }
        return spectrum;
    }

    private static IntStream blocks() {
        return IntStream.range(0, BLOCKS).parallel();
    }

    private int from(int block) {
        return (int) ((long) count() * block / BLOCKS);
    }
}
