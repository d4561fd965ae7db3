package io.perennial.deploy.bench.serving;

import io.perennial.deploy.bench.load.LoadGenerator;
import io.perennial.deploy.bench.load.LoadPlan;
import io.perennial.deploy.bench.load.LoadResult;
import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.bench.report.Progress;
import io.perennial.deploy.bench.suite.Shop;
import io.perennial.deploy.local.Layout;
import io.perennial.deploy.local.Suite;
import io.perennial.deploy.local.SuiteOptions;
import io.perennial.deploy.local.service.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** One service as a shop would run it, with both compilers, and nothing beside it but PostgreSQL, Kafka and who asks. */
record ServiceAlone(Service service, Suite suite, ServingSettings settings, Progress progress)
        implements AutoCloseable {

    private static final Duration FOLDING = Duration.ofMinutes(30);
    private static final Duration WARMING = Duration.ofSeconds(20);

    /** Starts it on a data folder of its own; {@code heap} as in {@code -Xmx}; with more environment variables. */
    static ServiceAlone start(
            Service service,
            String heap,
            Map<String, String> environment,
            ServingSettings settings,
            Progress progress) {
        var data = Path.of("deploy/bench/target/%s-serving-%d".formatted(service.role(), System.nanoTime()));
        var options = SuiteOptions.anywhere(Layout.findCheckout().resolve(data))
                .only(Set.of(service))
                .withoutAot()
                .withJava("-XX:TieredStopAtLevel=4", "-Xmx" + heap)
                .with(progress);
        for (var variable : environment.entrySet()) {
            options = options.with(service.module(), variable.getKey(), variable.getValue());
        }
        return new ServiceAlone(service, Suite.start(options), settings, progress);
    }

    /** Waits until the service has folded what was written to its topics. */
    void awaitCaughtUp() {
        if (!suite.awaitCaughtUp(FOLDING, left -> {})) {
            throw new CannotMeasure(
                    service.module() + " has not read its topics within " + FOLDING.toMinutes() + " minutes");
        }
    }

    /** Asks it as fast as it answers. */
    LoadResult ask(String what, Function<Random, String> path) {
        return said(what, LoadGenerator.run(plan(path)));
    }

    /** The same server answering without a query: what HTTP alone costs here. */
    LoadResult askForNothing() {
        var liveness = plan(random -> "").at(suite.managementUrl(service), random -> "/actuator/health/liveness");
        return said("answers of the same server that need no query", LoadGenerator.run(liveness));
    }

    private LoadPlan plan(Function<Random, String> path) {
        return new LoadPlan(
                suite.url(service),
                Map.of("Authorization", Shop.API_KEY, "Accept", "application/json"),
                settings.connections(),
                WARMING,
                settings.window(),
                path);
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

    @Override
    public void close() {
        suite.close();
    }
}
