package io.perennial.deploy.bench.peers;

import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.recommendation.algebra.SparseMatrix;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Which shopper took which products, each once and in ascending order. */
final class Feedback {

    private final int items;
    private final int[][] rows;

    /** Of so many products, some of which nobody may have taken; by shopper. */
    Feedback(int items, int[][] rows) {
        this.items = items;
        this.rows = rows;
    }

    /** A part to learn from, and what was held out of it. */
    record Split(Feedback train, Feedback heldOut) {}

    int items() {
        return items;
    }

    int shoppers() {
        return rows.length;
    }

    int[] row(int shopper) {
        return rows[shopper];
    }

    int cells() {
        return Arrays.stream(rows).mapToInt(row -> row.length).sum();
    }

    /** Holds out each product with a chance, drawn from a seed; of every shopper at least one is learnt from. */
    Split split(double share, long seed) {
        var random = new Random(seed);
        var train = new int[rows.length][];
        var heldOut = new int[rows.length][];
        for (var shopper = 0; shopper < rows.length; shopper++) {
            var row = rows[shopper];
            var out = new boolean[row.length];
            for (var i = 1; i < row.length; i++) {
                out[i] = random.nextDouble() < share;
            }
            train[shopper] = where(row, out, false);
            heldOut[shopper] = where(row, out, true);
        }
        return new Split(new Feedback(items, train), new Feedback(items, heldOut));
    }

    private static int[] where(int[] row, boolean[] out, boolean wanted) {
        var some = new int[row.length];
        var count = 0;
        for (var i = 0; i < row.length; i++) {
            if (out[i] == wanted) {
                some[count++] = row[i];
            }
        }
        return Arrays.copyOf(some, count);
    }

    /** Every strength is one. */
    SparseMatrix matrix() {
        var matrix = new SparseMatrix.Builder(items);
        for (var row : rows) {
            for (var item : row) {
                matrix.add(item, 1);
            }
            matrix.endRow();
        }
        return matrix.build();
    }

    /** As lines {@code shopper,product,strength}. */
    void write(Path file) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (var shopper = 0; shopper < rows.length; shopper++) {
                for (var item : rows[shopper]) {
                    out.write(shopper + "," + item + ",1\n");
                }
            }
        } catch (IOException e) {
            throw new CannotMeasure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** What was written of so many products. */
    static Feedback read(Path file, int shoppers, int items) {
        var rows = new int[shoppers][8];
        var filled = new int[shoppers];
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var first = line.indexOf(',');
                var shopper = Integer.parseInt(line, 0, first, 10);
                if (filled[shopper] == rows[shopper].length) {
                    rows[shopper] = Arrays.copyOf(rows[shopper], filled[shopper] * 2);
                }
                rows[shopper][filled[shopper]++] = Integer.parseInt(line, first + 1, line.indexOf(',', first + 1), 10);
            }
        } catch (IOException e) {
            throw new CannotMeasure("cannot read " + file + ": " + e.getMessage(), e);
        }
        for (var shopper = 0; shopper < shoppers; shopper++) {
            rows[shopper] = Arrays.copyOf(rows[shopper], filled[shopper]);
            Arrays.sort(rows[shopper]);
        }
        return new Feedback(items, rows);
    }
}
