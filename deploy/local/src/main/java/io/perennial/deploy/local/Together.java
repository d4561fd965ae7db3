package io.perennial.deploy.local;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Does the same with several things at once. */
final class Together {

    private Together() {}

    static <T> void run(List<T> things, Consumer<T> what) {
        run(things, Math.max(1, things.size()), what);
    }

    /** Returns when all are done; throws what the first failure threw, without waiting for the rest. */
    static <T> void run(List<T> things, int atOnce, Consumer<T> what) {
        var pool = Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().daemon().factory());
        try {
            var failed = new CompletableFuture<Void>();
            var all = CompletableFuture.allOf(things.stream()
                    .map(thing -> CompletableFuture.runAsync(() -> what.accept(thing), pool)
                            .whenComplete((done, failure) -> {
                                if (failure != null) {
                                    failed.completeExceptionally(failure);
                                }
                            }))
                    .toArray(CompletableFuture<?>[]::new));
            CompletableFuture.anyOf(all, failed).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        } finally {
            pool.shutdownNow();
        }
    }
}
