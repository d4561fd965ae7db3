package io.perennial.deploy.bench.peers;

import java.util.function.Supplier;

/** Trains and prints how long it took, and how much memory this process ever had. */
final class Clocked {

    private static final int REPEATS = 2;

    private Clocked() {}

    /** The faster of two trainings, as of the peers; the caller has warmed up. */
    static <T> T print(Supplier<T> training) {
        var start = System.nanoTime();
        var trained = training.get();
        var best = System.nanoTime() - start;
        for (var repeat = 1; repeat < REPEATS; repeat++) {
            start = System.nanoTime();
            trained = training.get();
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.println("seconds=" + best / 1e9);
        System.out.println("peak_kib=" + OwnPeak.kib());
        return trained;
    }
}
