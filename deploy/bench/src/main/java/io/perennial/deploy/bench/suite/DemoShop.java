package io.perennial.deploy.bench.suite;

import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.deploy.local.service.Service;
import io.perennial.deploy.replay.Replay;
import io.perennial.deploy.replay.ReplayOptions;
import io.perennial.deploy.replay.ReplaySummary;
import io.perennial.deploy.replay.SourceKind;
import java.io.IOException;
import java.time.Duration;

/** What {@code deploy/local/up} does to a new suite: a year of simulated shoppers, and a churn model of them. */
record DemoShop(Shop shop, Progress progress) {

    private static final Duration CATCHING_UP = Duration.ofMinutes(10);

    void fill() {
        var summary = replay(shop, ReplayOptions.of(SourceKind.SIMULATED, null).endNow(true));
        caughtUp(shop);
        progress.says("The demo shop is filled: %,d events.".formatted(summary.accepted()));
        shop.trainChurn();
    }

    static ReplaySummary replay(Shop shop, ReplayOptions.Builder options) {
        try {
            var summary =
                    Replay.run(options.url(shop.suite().url(Service.INGEST)).build());
            if (!summary.delivered() || summary.accepted() == 0) {
                throw new CannotMeasure("the replay failed: " + summary.failure());
            }
            return summary;
        } catch (IOException e) {
            throw new CannotMeasure("the replay cannot read its source", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMeasure("interrupted", e);
        }
    }

    /** Twice in a row: what stands in an outbox is nobody's lag yet. */
    static void caughtUp(Shop shop) {
        do {
            if (!shop.suite().awaitCaughtUp(CATCHING_UP, toGo -> {})) {
                throw new CannotMeasure(
                        "the consumers have not caught up within " + CATCHING_UP.toMinutes() + " minutes");
            }
            Waiting.sleep(Duration.ofMillis(500));
        } while (!shop.suite().awaitCaughtUp(Duration.ZERO, toGo -> {}));
    }
}
