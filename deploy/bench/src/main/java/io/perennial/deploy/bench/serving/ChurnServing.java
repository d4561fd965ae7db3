package io.perennial.deploy.bench.serving;

import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.deploy.bench.suite.Shop;
import io.perennial.deploy.local.service.Service;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** churn-service alone: explained scores over HTTP, and how soon an event changes one. */
public final class ChurnServing {

    private static final double P99 = 0.99;
    private static final Map<String, String> ROOM_TO_TRAIN = Map.of("CHURN_TRAINING_HEAP", "1g");

    private final ServingSettings settings;
    private final int rate;
    private final Progress progress;

    /** @param rate events a second while freshness is measured */
    public ChurnServing(ServingSettings settings, int rate, Progress progress) {
        this.settings = settings;
        this.rate = rate;
        this.progress = progress;
    }

    public List<Figure> measure() {
        try (var alone = ServiceAlone.start(Service.CHURN, "768m", ROOM_TO_TRAIN, settings, progress)) {
            prepare(alone);
            return measure(alone);
        }
    }

    private void prepare(ServiceAlone alone) {
        try (var writer = new TopicWriter(alone.suite().bootstrapServers())) {
            var events = new Crowd(settings.shoppers(), Instant.now()).write(writer);
            progress.says("%,d shoppers with %,d orders are in Kafka.".formatted(settings.shoppers(), events));
        }
        alone.awaitCaughtUp();
        progress.says("They are folded; training.");
        new Shop(alone.suite()).trainAndScore();
        progress.says("Everybody has a score.");
    }

    private List<Figure> measure(ServiceAlone alone) {
        var scores =
                alone.ask("explained scores", random -> "/v1/churn/" + Crowd.user(random.nextInt(settings.shoppers())));
        var plain = alone.askPlainBoot();
        progress.says("%,d events a second, each to change a score.".formatted(rate));
        var fresh = new ScoreFreshness(alone.suite().bootstrapServers(), settings.shoppers(), rate, settings.window())
                .measure();
        return List.of(
                new Figure("churn_get_requests_per_second", scores.perSecond()),
                new Figure("churn_get_p99_ms", scores.millisecondsAt(99)),
                new Figure("churn_get_failed", scores.failed()),
                new Figure("plain_boot_requests_per_second", plain.perSecond()),
                new Figure("churn_get_to_plain_boot_ratio", scores.perSecond() / plain.perSecond()),
                new Figure("score_freshness_p50_ms", fresh.median()),
                new Figure("score_freshness_p99_ms", fresh.at(P99)));
    }
}
