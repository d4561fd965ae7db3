package io.perennial.deploy.bench.serving;

import io.perennial.deploy.bench.load.LoadGenerator;
import io.perennial.deploy.bench.load.LoadPlan;
import io.perennial.deploy.bench.load.LoadResult;
import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.deploy.bench.suite.Shop;
import io.perennial.deploy.local.Layout;
import io.perennial.deploy.local.Suite;
import io.perennial.deploy.local.SuiteOptions;
import io.perennial.deploy.local.service.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** churn-service alone, with both compilers: explained scores over HTTP, and how soon an event changes one. */
public final class ChurnServing {

    private static final Duration FOLDING = Duration.ofMinutes(15);
    private static final Duration WARMING = Duration.ofSeconds(20);
    private static final double P99 = 0.99;

    private final ServingSettings settings;
    private final Progress progress;

    public ChurnServing(ServingSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    public List<Figure> measure() {
        var data = Path.of("deploy/bench/target/churn-serving-" + System.nanoTime());
        var suite = SuiteOptions.anywhere(Layout.findCheckout().resolve(data))
                .only(Set.of(Service.CHURN))
                .withoutAot()
                .withJava("-XX:TieredStopAtLevel=4", "-Xmx768m")
                .with(progress);
        try (var running = Suite.start(suite)) {
            prepare(running);
            return measure(running);
        }
    }

    private void prepare(Suite suite) {
        try (var writer = new TopicWriter(suite.bootstrapServers())) {
            var events = new Crowd(settings.shoppers(), Instant.now()).write(writer);
            progress.says("%,d shoppers with %,d orders are in Kafka.".formatted(settings.shoppers(), events));
        }
        if (!suite.awaitCaughtUp(FOLDING, left -> {})) {
            throw new CannotMeasure("churn-service has not read them within " + FOLDING.toMinutes() + " minutes");
        }
        progress.says("They are folded; training.");
        new Shop(suite).trainAndScore();
        progress.says("Everybody has a score.");
    }

    private List<Figure> measure(Suite suite) {
        var plan = new LoadPlan(
                suite.url(Service.CHURN),
                Map.of("Authorization", Shop.API_KEY, "Accept", "application/json"),
                settings.connections(),
                WARMING,
                settings.window(),
                random -> "/v1/churn/" + Crowd.user(random.nextInt(settings.shoppers())));
        var scores = said("explained scores", LoadGenerator.run(plan));
        var nothing = said(
                "answers of the same server that need no query",
                LoadGenerator.run(plan.at(suite.managementUrl(Service.CHURN), random -> "/actuator/health/liveness")));
        progress.says("%,d events a second, each to change a score.".formatted(settings.rate()));
        var fresh = new ScoreFreshness(
                        suite.bootstrapServers(), settings.shoppers(), settings.rate(), settings.window())
                .measure();
        return List.of(
                new Figure("churn_get_requests_per_second", scores.perSecond()),
                new Figure("churn_get_p99_ms", scores.millisecondsAt(99)),
                new Figure("churn_get_failed", scores.failed()),
                new Figure("liveness_requests_per_second", nothing.perSecond()),
                new Figure("churn_get_to_liveness_ratio", scores.perSecond() / nothing.perSecond()),
                new Figure("score_freshness_p50_ms", fresh.median()),
                new Figure("score_freshness_p99_ms", fresh.at(P99)));
    }

    private LoadResult said(String what, LoadResult result) {
        progress.says("%s: %,.0f a second, half within %.1f ms, 99 of 100 within %.1f ms, %d failed"
                .formatted(
                        what,
                        result.perSecond(),
                        result.millisecondsAt(50),
                        result.millisecondsAt(99),
                        result.failed()));
        return result;
    }
}
