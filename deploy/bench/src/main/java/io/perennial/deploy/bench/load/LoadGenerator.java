package io.perennial.deploy.bench.load;

import io.perennial.deploy.bench.report.CannotMeasure;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A closed-loop load generator: as many threads as connections, each asking the next thing when it has its answer, so that
 * the server is as busy as it can be and its latency is that of a full server.
 */
public final class LoadGenerator {

    private LoadGenerator() {}

    /**
     * Asks until the plan's window is over.
     *
     * @throws CannotMeasure where nothing at all was answered
     */
    public static LoadResult run(LoadPlan plan) {
        var end = System.nanoTime() + plan.window().toNanos();
        var askers = new ArrayList<Asker>();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < plan.connections(); i++) {
            var asker = new Asker(plan, i, end);
            askers.add(asker);
            threads.add(Thread.ofPlatform().daemon().name("asker-" + i).start(asker));
        }
        threads.forEach(LoadGenerator::join);
        return sum(askers, plan.window().toNanos() / 1e9);
    }

    private static LoadResult sum(List<Asker> askers, double seconds) {
        var latency = new Histogram(3);
        askers.forEach(asker -> latency.add(asker.latency()));
        var failed = askers.stream().mapToLong(Asker::failed).sum();
        if (latency.getTotalCount() == 0) {
            throw new CannotMeasure("no request was answered; " + failed + " failed, the last with: "
                    + askers.getFirst().trouble());
        }
        return new LoadResult(latency.getTotalCount(), failed, seconds, latency);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("interrupted", e);
        }
    }
}
